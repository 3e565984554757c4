import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigurationError } from '../../platform/config/environment';
import { secretsIn } from '../../platform/config/secrets';
import { SUBGRAPHS } from '../../platform/subgraph/subgraph';
import { readConfiguration } from '../../processes/configuration';

const ROOT = path.join(__dirname, '../..');
const OWN = 'vK3x-9qLm2-Tz8wB-4rNp7-Yc1sD-6hGj0';

const database = (name: string, user: string, password = 'Qw7-rty0-Zx4'): string =>
  `postgres://${name}_${user}:${password}@db.internal/${name}`;
const DATABASES = Object.fromEntries(
  SUBGRAPHS.flatMap((name) => [
    [`${name.toUpperCase()}_DATABASE_URL`, database(name, 'service')],
    [`${name.toUpperCase()}_OWNER_DATABASE_URL`, database(name, 'owner')],
  ]),
);
const REMOTE = { ORDERS_URL: 'http://orders:4003/graphql', REDIS_URL: 'redis://redis:6379' };

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The one line with which a start in production ends; "starts" when it does not. */
function production(environment: Record<string, string>): string {
  try {
    readConfiguration({ NODE_ENV: 'production', BODEGA_DATA_DIR: folder, ...environment });
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'starts';
}

describe('a start in production', () => {
  it('goes on with secrets of its own', () => {
    expect(production(DATABASES)).toBe('starts');
    expect(production({ ...DATABASES, ...REMOTE, BODEGA_INTERNAL_SECRET: OWN })).toBe('starts');
  });

  it.each([
    [
      'without a secret between processes',
      { ...DATABASES, ...REMOTE },
      'BODEGA_INTERNAL_SECRET: is required',
    ],
    [
      'with a secret between processes of one letter',
      { ...DATABASES, ...REMOTE, BODEGA_INTERNAL_SECRET: 'x'.repeat(40) },
      'BODEGA_INTERNAL_SECRET: must be a secret of your own in production',
    ],
    [
      'with a short secret between processes',
      { ...DATABASES, ...REMOTE, BODEGA_INTERNAL_SECRET: 'short' },
      'BODEGA_INTERNAL_SECRET: must have at least 32 characters',
    ],
    [
      'with a database whose password is its user',
      { ...DATABASES, AUTH_DATABASE_URL: database('auth', 'service', 'auth_service') },
      'AUTH_DATABASE_URL: must have a password of your own in production',
    ],
    [
      'with a database without a password',
      { ...DATABASES, ORDERS_OWNER_DATABASE_URL: 'postgres://orders_owner@db.internal/orders' },
      'ORDERS_OWNER_DATABASE_URL: must contain the password of orders_owner in production',
    ],
    ['with the demo business', { ...DATABASES, BODEGA_DEMO: '1' }, 'BODEGA_DEMO: must be 0 in production'],
  ])('is refused %s', (_what, environment, line) => {
    expect(production(environment)).toContain(line);
  });

  it('is refused with every secret that docker-compose.yml has for a laptop', () => {
    const file = readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8');
    const defaults = new Map(
      [...file.matchAll(/\$\{(\w*(?:SECRET|PASSWORD)):-([^}]+)\}/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    expect([...defaults.keys()].sort()).toEqual([
      'AUTH_SEALING_SECRET',
      'BODEGA_INTERNAL_SECRET',
      'OWNER_PASSWORD',
      'POSTGRES_PASSWORD',
      'SERVICE_PASSWORD',
    ]);
    for (const [name, value] of defaults) {
      const variable = name.endsWith('PASSWORD') ? 'AUTH_DATABASE_URL' : name;
      const given = name.endsWith('PASSWORD')
        ? database('auth', 'service', encodeURIComponent(value))
        : value;
      const secret = { BODEGA_INTERNAL_SECRET: OWN, ...DATABASES, ...REMOTE, [variable]: given };
      expect(production(secret)).toMatch(
        new RegExp(`^${variable}: must (be|have) a .* of your own in production`),
      );
    }
  });

  it('creates no demo business, and is refused where there was one', () => {
    expect(readConfiguration({ NODE_ENV: 'production', BODEGA_DATA_DIR: folder }).demo).toBe(false);
    expect(readConfiguration({ BODEGA_DATA_DIR: folder }).demo).toBe(true);
    writeFileSync(path.join(folder, 'demo-business'), '');
    expect(production(DATABASES)).toMatch(
      /^BODEGA_DATA_DIR: must not be where the demo business was created/,
    );
  });

  it('ends as a process with that one line and 1, before anything is written', async () => {
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', 'processes/embedded.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        BODEGA_DEMO: '1',
        BODEGA_DATA_DIR: path.join(folder, 'data'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said]).toEqual([
      1,
      'bodega: BODEGA_DEMO: must be 0 in production, for its password is public\n',
    ]);
    expect(() => readFileSync(path.join(folder, 'data'))).toThrow('ENOENT');
  });
});

describe('a variable in a file', () => {
  const inFile = (text: string): string => {
    const file = path.join(folder, 'value');
    writeFileSync(file, text);
    return file;
  };

  it('is read where the variable is not set itself, whatever variable it is', () => {
    const given = { ...DATABASES, ...REMOTE, BODEGA_INTERNAL_SECRET_FILE: inFile(`${OWN}\n`) };
    expect(readConfiguration(given).internalSecret).toBe(OWN);
    expect(readConfiguration({ PORT_FILE: inFile('4321\n') }).port).toBe(4321);
    const url = database('auth', 'service');
    expect(readConfiguration({ AUTH_DATABASE_URL_FILE: inFile(url) }).databases.get('auth')?.service).toBe(
      url,
    );
    expect(readConfiguration({ PORT: '1', PORT_FILE: inFile('4321') }).port).toBe(1);
  });

  it('stops the start when it cannot be read, is empty, or holds what the variable must not be', () => {
    const nowhere = path.join(folder, 'nowhere');
    expect(production({ PORT_FILE: nowhere })).toBe(`PORT_FILE: cannot be read (ENOENT): ${nowhere}`);
    mkdirSync(path.join(folder, 'folder'));
    expect(production({ PORT_FILE: path.join(folder, 'folder') })).toContain('cannot be read (EISDIR)');
    const file = inFile('\n');
    expect(production({ PORT_FILE: file })).toBe(`PORT_FILE: must not be empty: ${file}`);
    expect(production({ PORT_FILE: inFile('many') })).toBe('PORT: must be a whole number from 0 to 65535');
  });

  it('is a secret to the log like one in the environment', () => {
    const url = database('auth', 'service', 'p%40ss-phrase-1');
    const secrets = secretsIn({
      BODEGA_INTERNAL_SECRET_FILE: inFile(`${OWN}\n`),
      AUTH_DATABASE_URL: url,
      OPENAI_API_KEY: 'a-key-without-a-shape',
      PORT: '4000',
    });
    expect([...secrets].sort()).toEqual(
      [OWN, 'a-key-without-a-shape', 'p%40ss-phrase-1', 'p@ss-phrase-1'].sort(),
    );
  });
});

describe('a variable that is wrong', () => {
  it.each([
    [
      { TRUSTED_PROXIES: '10.0.0.0/8, proxy' },
      'TRUSTED_PROXIES: must be addresses and networks like 10.0.0.0/8, separated by commas; "proxy" is neither',
    ],
    [
      { ALLOWED_ORIGINS: 'https://shop.example/' },
      'ALLOWED_ORIGINS: must be origins like https://shop.example, separated by commas',
    ],
    [
      { ALLOWED_ORIGINS: '*' },
      'ALLOWED_ORIGINS: must be origins like https://shop.example, separated by commas',
    ],
    [{ RATE_LIMIT_USER: '-1' }, 'RATE_LIMIT_USER: must be a whole number from 0 to 1000000000'],
    [{ PERSISTED_OPERATIONS_ONLY: 'yes' }, 'PERSISTED_OPERATIONS_ONLY: must be 0 or 1'],
  ])('is named: %j', (environment, line) => {
    expect(() => readConfiguration(environment)).toThrow(new ConfigurationError(line));
  });
});
