import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Api } from './support/api';
import { newBusiness } from './support/api';
import { startTestBodega, type TestBodega } from './support/test-bodega';

const CATALOGUE = `sku,name,price,currency,stock,keywords
A-1,Ceramic mug,2.50,USD,11,mug|ceramic
A-2,"Mug, large",3.00,USD,3,
A-3,Bad price,1e3,USD,5,
A-4,Bad currency,1.00,QQQ,5,
A-5,Yen,100,JPY,0,
A-6,,1.00,USD,5,
A-7,Bad stock,1.00,USD,some,
A-1,Twice,1.00,USD,5,
`;

let bodega: TestBodega;
let owner: Api;
let apiKey: string;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-import-'));
  file = path.join(folder, 'catalogue.csv');
  writeFileSync(file, CATALOGUE);
  bodega = await startTestBodega();
  owner = await newBusiness(bodega.url);
  const { data } = await owner.send<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "import", scopes: ["products:read", "products:write", "inventory:read", "enrichment:read"] }) { ... on CreatedApiKey { secret } } }',
  );
  apiKey = data?.createApiKey.secret ?? '';
}, 60_000);
afterAll(async () => {
  await bodega?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function runImport(...args: string[]): Promise<{ code: number; output: string }> {
  const command = ['run', '--silent', 'import', '--', ...args];
  const env = { ...process.env, BODEGA_API_KEY: apiKey, NO_COLOR: '1', PORT: new URL(bodega.url).port };
  return new Promise((resolve) => {
    execFile('npm', command, { cwd: path.join(__dirname, '..'), env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

interface State {
  readonly products: {
    readonly nodes: readonly { readonly enrichment: { readonly status: string } | null }[];
  };
}

/** Everything that an import could change, once the product pages are written. */
async function settledState(): Promise<State> {
  for (;;) {
    const { data, errors } = await owner.send<State>(
      `{ products(first: 100, sort: NAME) { totalCount nodes { id sku name updatedAt keywords price { amount currency }
          enrichment { status requestedAt } stock { onHand level movements { nodes { id } } } } } stockAlerts { totalCount } }`,
    );
    expect(errors).toEqual([]);
    // The page's words reach the product by an event after the job's end.
    const written = data?.products.nodes.every(({ enrichment }) => enrichment?.status === 'COMPLETED');
    if (data && written && JSON.stringify(data) === JSON.stringify(lastState)) return data;
    lastState = data ?? undefined;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
let lastState: State | undefined;

describe('npm run import', () => {
  it('creates what is right, names each refused row with its line and reason, and changes nothing the second time', async () => {
    const first = await runImport(file);
    expect(first.output.trimEnd().split('\n').slice(-6)).toEqual([
      '✔ 3 created, 0 already there and left as they are, 5 refused',
      '  ✖ line 4 (A-3): Price must be a plain decimal of at most 15 digits before the point, e.g. "1234.50".',
      '  ✖ line 5 (A-4): Currency must be an ISO 4217 code, e.g. "COP".',
      expect.stringMatching(/^ {2}✖ line 7 \(A-6\): .*must not be empty/),
      '  ✖ line 8 (A-7): stock must be a whole number',
      '  ✖ line 9 (A-1): the SKU stands already on line 2',
    ]);
    expect(first.code).toBe(1);
    const after = await settledState();
    expect(after).toMatchObject({ products: { totalCount: 3 }, stockAlerts: { totalCount: 2 } });
    const second = await runImport(file);
    expect(second.output).toContain('✔ 0 created, 3 already there and left as they are, 5 refused');
    expect(await settledState()).toEqual(after);
  }, 30_000);

  it('ends with exit code 0 when nothing was refused', async () => {
    const good = path.join(folder, 'good.csv');
    writeFileSync(good, CATALOGUE.split('\n').slice(0, 3).join('\n'));
    expect(await runImport(good)).toMatchObject({
      code: 0,
      output: expect.stringContaining('0 refused') as string,
    });
  }, 30_000);

  it('says in one line what to do when it cannot begin', async () => {
    const cases = await Promise.all([
      runImport(path.join(folder, 'absent.csv')),
      runImport(file, '--url', 'http://127.0.0.1:9/graphql'),
      runImport(),
    ]);
    expect(cases.map(({ code }) => code)).toEqual([1, 1, 2]);
    expect(cases[0]?.output).toMatch(/^✖ Cannot read .*absent\.csv/);
    expect(cases[1]?.output).toContain('Is Bodega running? Start it with "npm start".');
    expect(cases[2]?.output).toContain('Give one file: npm run import -- FILE.csv');
  }, 30_000);
});
