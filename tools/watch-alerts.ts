// Prints the live stock alerts of a business, one line each, until Ctrl-C. After a lost connection it resumes where it was.
import { parseArgs } from 'node:util';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import {
  LoginDocument,
  StockAlertsDocument,
  type StockAlertsSubscription,
} from '../schema/operations/generated/graphql';
import { commandLine, UsageError } from '../platform/process/command-line';
import { paint } from '../platform/observability/paint';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../processes/demo/account';
import { ApiClient, ApiError } from './api-client';
import { LOCAL_API } from './local-api';

const USAGE = `Usage: npm run watch -- [--url URL] [--email E-MAIL] [--password PASSWORD] [--count N]

  Prints the live stock alerts of a business, one line each, until Ctrl-C, or N of them.
  Without --email the demo business is watched. --url is http://localhost:4000/graphql unless given.`;

const values = commandLine(USAGE, (args) => {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string', default: LOCAL_API },
      email: { type: 'string', default: DEMO_EMAIL },
      password: { type: 'string', default: process.env['BODEGA_PASSWORD'] ?? DEMO_PASSWORD },
      /** Ends after so many alerts. */
      count: { type: 'string' },
    },
  });
  if (values.count !== undefined && !/^[1-9]\d{0,8}$/.test(values.count))
    throw new UsageError('--count must be a whole number from 1.');
  if (!URL.canParse(values.url))
    throw new UsageError(`--url must be an address, and "${values.url}" is none.`);
  return values;
});

async function accessToken(): Promise<string> {
  const { email, password } = values;
  const { login } = await new ApiClient(values.url).request(LoginDocument, { input: { email, password } });
  if (login?.__typename === 'Session') return login.accessToken;
  throw new ApiError(login?.message ?? 'The login failed.', true);
}

async function main(): Promise<void> {
  await accessToken();
  const client = createClient({
    url: values.url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    // Asked anew for each connection: the last token may have expired.
    connectionParams: async () => ({ authorization: `Bearer ${await accessToken()}` }),
    shouldRetry: () => true,
    retryAttempts: Infinity,
  });
  client.on('connected', () => console.log(paint('dim', `Waiting for stock alerts from ${values.url} …`)));
  let after: string | undefined;
  let left = Number(values.count ?? Infinity);
  while (left > 0) {
    try {
      const alerts = client.iterate<StockAlertsSubscription>({
        query: print(StockAlertsDocument),
        variables: { after },
      });
      for await (const { data, errors } of alerts) {
        if (errors?.[0]) throw new ApiError(errors[0].message, true);
        if (!data) continue;
        after = data.stockAlert.cursor;
        console.log(lineOf(data.stockAlert));
        if (--left <= 0) break;
      }
    } catch (error) {
      if (!isResumable(error)) throw error;
    }
  }
  await client.dispose();
}

function lineOf({ level, message, createdAt, product }: StockAlertsSubscription['stockAlert']): string {
  const mark = level === 'OUT' ? paint('red', '● OUT') : paint('yellow', '● LOW');
  const price = product ? `  ${product.price.amount} ${product.price.currency}` : '';
  return `${mark}  ${message}${paint('dim', `${price}  ${createdAt}`)}`;
}

/** The server asks for a new subscription: it was reloaded, or this program was too slow. */
function isResumable(error: unknown): boolean {
  const codes = Array.isArray(error)
    ? error.map((entry: { extensions?: { code?: unknown } }) => entry.extensions?.code)
    : [];
  return codes.some((code) => code === 'RESYNC' || code === 'SUBSCRIPTION_SCHEMA_RELOAD');
}

main().catch((error: unknown) => {
  console.error(`${paint('red', '✖')} ${error instanceof Error ? error.message : JSON.stringify(error)}`);
  process.exit(1);
});
