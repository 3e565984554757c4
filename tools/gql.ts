// Sends one GraphQL operation and prints the answer:
//   npm run gql -- '{ products(first: 3) { nodes { name } } }'
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { commandLine, UsageError } from '../platform/process/command-line';
import { LOCAL_API } from './local-api';

const answerRules = z.looseObject({ data: z.unknown(), errors: z.array(z.unknown()).optional() });

const USAGE = `Usage: npm run gql -- [--variables JSON] [--pick PATH] [--url URL] OPERATION

  Sends an operation with the access token in BODEGA_TOKEN, if there is one, and prints the answer.
  --pick PATH prints one value of the data only, e.g. login.accessToken`;

/** Longer than the gateway lets anybody wait. */
const TIMEOUT_MILLIS = 15_000;

interface Wanted {
  readonly url: string;
  readonly query: string;
  readonly variables: unknown;
  readonly pick: string | undefined;
}

function readArguments(args: string[]): Wanted {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string', default: LOCAL_API },
      variables: { type: 'string', default: '{}' },
      pick: { type: 'string' },
    },
  });
  const [query] = positionals;
  if (query === undefined || positionals.length > 1)
    throw new UsageError('Give one operation, in quotes, e.g. "{ __typename }".');
  if (!URL.canParse(values.url))
    throw new UsageError(`--url must be an address, and "${values.url}" is none.`);
  return { url: values.url, query, variables: variablesOf(values.variables), pick: values.pick };
}

function variablesOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('--variables must be JSON, e.g. \'{"id": "1"}\'.');
  }
}

async function main(): Promise<number> {
  const { url, query, variables, pick } = commandLine(USAGE, readArguments);
  const token = process.env['BODEGA_TOKEN'];
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT_MILLIS),
  }).catch(() => {
    throw new Error(`No Bodega answers at ${url}. Start it with "npm start", or give its address by --url.`);
  });
  const parsed = answerRules.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success)
    throw new Error(`${url} does not answer as a GraphQL API does (HTTP ${response.status}).`);
  const answer = parsed.data;
  const picked = pick
    ?.split('.')
    .reduce<unknown>((value, key) => Reflect.get(Object(value), key), answer.data);
  if (pick === undefined) console.log(JSON.stringify(answer, null, 2));
  else if (picked !== undefined && picked !== null) console.log(picked);
  else {
    // On standard error: a script that takes the value must not take this for it.
    console.error(`The answer has no ${pick}:\n${JSON.stringify(answer, null, 2)}`);
    return 1;
  }
  return answer.errors ? 1 : 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
