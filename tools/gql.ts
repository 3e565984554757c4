// Sends one GraphQL operation and prints the answer:
//   npm run gql -- '{ products(first: 3) { nodes { name } } }'
import { parseArgs } from 'node:util';

const USAGE = `Usage: npm run gql -- [--variables JSON] [--pick PATH] [--url URL] OPERATION

  Sends an operation with the access token in BODEGA_TOKEN, if there is one, and prints the answer.
  --pick PATH prints one value of the data only, e.g. login.accessToken`;

/** Longer than the gateway lets anybody wait. */
const TIMEOUT_MILLIS = 15_000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? '4000'}/graphql` },
      variables: { type: 'string', default: '{}' },
      pick: { type: 'string' },
    },
  });
  const [query] = positionals;
  if (query === undefined) {
    console.error(USAGE);
    return 1;
  }
  const token = process.env['BODEGA_TOKEN'];
  const response = await fetch(values.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables: JSON.parse(values.variables) as unknown }),
    signal: AbortSignal.timeout(TIMEOUT_MILLIS),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown[] };
  if (values.pick === undefined) console.log(JSON.stringify(answer, null, 2));
  else
    console.log(
      values.pick.split('.').reduce<unknown>((value, key) => Reflect.get(Object(value), key), answer.data),
    );
  return answer.errors ? 1 : 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const refused = error instanceof TypeError && error.message === 'fetch failed';
    console.error(
      refused ? 'Nothing answers there. Is Bodega running? Start it with "npm start".' : String(error),
    );
    process.exitCode = 1;
  },
);
