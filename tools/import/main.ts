import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { paint } from '../../platform/observability/paint';
import { commandLine, UsageError } from '../../platform/process/command-line';
import { DEMO_EMAIL, DEMO_PASSWORD } from '../../processes/demo/account';
import { LoginDocument } from '../../schema/operations/generated/graphql';
import { ApiClient, ApiError } from '../api-client';
import { LOCAL_API } from '../local-api';
import { importCatalogue, type ImportSummary } from './import-catalogue';
import { ProgressBar } from './progress-bar';
import { CatalogueFileError, readRows, textOf } from './rows';

const USAGE = `Usage: npm run import -- FILE.csv [--url URL] [--email E-MAIL] [--password PASSWORD]

  Loads a catalogue with the columns sku, name, price, currency, stock, keywords (separated by |).
  Without --email the demo business is used. With BODEGA_API_KEY in the environment, that key is used.
  --url is http://localhost:4000/graphql unless given.`;

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string', default: LOCAL_API },
      email: { type: 'string', default: DEMO_EMAIL },
      password: { type: 'string', default: process.env['BODEGA_PASSWORD'] ?? DEMO_PASSWORD },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UsageError(`Give one file: npm run import -- FILE.csv, and not ${positionals.length} of them.`);
  if (!URL.canParse(values.url))
    throw new UsageError(`--url must be an address, and "${values.url}" is none.`);
  return { ...values, file };
}

async function main(): Promise<number> {
  const { url, email, password, file } = commandLine(USAGE, readArguments);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CatalogueFileError(
      `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const rows = readRows(textOf(bytes));
  const api = new ApiClient(url, (client) => logIn(client, email, password), process.env['BODEGA_API_KEY']);
  console.log(`Importing ${rows.length} products from ${file} into ${url}`);
  const bar = new ProgressBar(rows.length, process.stdout);
  const summary = await importCatalogue(rows, api, () => bar.advance());
  report(summary);
  return summary.refused.length > 0 ? 1 : 0;
}

async function logIn(client: ApiClient, email: string, password: string): Promise<string> {
  const { login } = await client.request(LoginDocument, { input: { email, password } });
  if (login?.__typename === 'Session') return login.accessToken;
  throw new ApiError(
    `${login?.message ?? 'The login failed.'} Give --email and --password, or BODEGA_API_KEY.`,
    true,
  );
}

function report({ created, existing, refused }: ImportSummary): void {
  console.log(
    `${paint('green', '✔')} ${created} created, ${existing} already there and left as they are, ${refused.length} refused`,
  );
  for (const { line, sku, reason } of refused)
    console.log(`  ${paint('red', '✖')} line ${line}${sku && ` (${sku})`}: ${reason}`);
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const expected =
      error instanceof ApiError || error instanceof CatalogueFileError || error instanceof TypeError;
    console.error(`${paint('red', '✖')} ${expected ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
