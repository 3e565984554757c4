import { decodeProtectedHeader } from 'jose';
import { Database } from '../../../platform/database/database';
import { ConfigurationError } from '../../../platform/config/environment';
import { AuthHarness, INTERNAL, startSubgraph } from '../testing/auth-harness';
import { Sealing } from './sealing';
import { SigningKeys } from './signing-keys';

const SECRET = 'a secret of the deployment, long enough';

let auth: AuthHarness;
let database: Database;
beforeEach(async () => {
  auth = await AuthHarness.start({ AUTH_SEALING_SECRET: SECRET });
  database = await Database.connect({ name: 'auth', url: auth.database.serviceUrl, entities: [] });
});
afterEach(async () => {
  await database?.close();
  await auth?.stop();
});

const opened = (): Promise<SigningKeys> => SigningKeys.open(database, new Sealing(SECRET));

async function published(keys: SigningKeys): Promise<string[]> {
  const set = JSON.parse(await keys.publicSet()) as { keys: { kid: string }[] };
  return set.keys.map(({ kid }) => kid);
}

/** Lets so many seconds pass for the keys. */
async function pass(seconds: number): Promise<SigningKeys> {
  await auth.sql.query(
    `UPDATE signing_key SET created_at = created_at - make_interval(secs => $1),
                            signs_from = signs_from - make_interval(secs => $1)`,
    [seconds],
  );
  return opened();
}

test('the public keys say what they are for, and nothing that is secret', async () => {
  const { jwks } = await auth.ask<{ jwks: string }>('{ jwks }', {}, { as: INTERNAL });
  expect(JSON.parse(jwks)).toEqual({
    keys: [
      {
        kty: 'OKP',
        crv: 'Ed25519',
        x: expect.stringMatching(/^[\w-]{43}$/),
        kid: expect.any(String),
        alg: 'EdDSA',
        use: 'sig',
      },
    ],
  });
});

test('a key is sealed in the database, and the subgraph does not start with another secret or none', async () => {
  const { rows } = await auth.sql.query('SELECT private_jwk FROM signing_key');
  expect(rows).toEqual([{ private_jwk: expect.stringMatching(/^sealed:[\w-]+$/) }]);
  for (const environment of [{}, { AUTH_SEALING_SECRET: 'another secret of a deployment, also long' }]) {
    await expect(startSubgraph(auth.database, environment as Record<string, string>)).rejects.toThrow(
      new ConfigurationError('AUTH_SEALING_SECRET: must be the secret with which this database was begun'),
    );
  }
  await expect(startSubgraph(auth.database, { AUTH_SEALING_SECRET: 'short' })).rejects.toThrow(
    new ConfigurationError('AUTH_SEALING_SECRET: must have at least 32 characters'),
  );
});

test('a restart keeps the key', async () => {
  const session = await auth.register();
  const again = await startSubgraph(auth.database, { AUTH_SEALING_SECRET: SECRET });
  await again.stop();
  expect(await auth.verified(session.accessToken)).toEqual(session.identity);
  expect(await published(await opened())).toHaveLength(1);
});

test('of many that start at once one makes the first key', async () => {
  const fresh = await AuthHarness.start();
  try {
    await fresh.sql.query('DELETE FROM signing_key');
    const started = await Promise.all(Array.from({ length: 4 }, () => startSubgraph(fresh.database)));
    await Promise.all(started.map((subgraph) => subgraph.stop()));
    expect((await fresh.sql.query('SELECT FROM signing_key')).rowCount).toBe(1);
  } finally {
    await fresh.stop();
  }
});

test('a new key is published before it signs, and the old one until its tokens are over', async () => {
  let keys = await opened();
  const old = (await keys.current()).kid;
  await keys.rotate();
  const [young = ''] = await published(keys);
  expect(await published(keys)).toEqual([young, old]);
  expect(young).not.toBe(old);
  expect((await keys.current()).kid).toBe(old);

  keys = await pass(59);
  expect((await keys.current()).kid).toBe(old);
  keys = await pass(2);
  expect((await keys.current()).kid).toBe(young);
  expect(await published(keys)).toEqual([young, old]);

  keys = await pass(1_100);
  await keys.forgetRelieved();
  expect(await published(keys)).toEqual([young, old]);
  keys = await pass(100);
  expect(await published(keys)).toEqual([young]);
  await keys.forgetRelieved();
  expect((await auth.sql.query('SELECT kid FROM signing_key')).rows).toEqual([{ kid: young }]);
});

test('tokens of both keys are good during the overlap', async () => {
  const before = await auth.register();
  await (await opened()).rotate();
  await pass(61);
  const restarted = await auth.beside({ AUTH_SEALING_SECRET: SECRET });
  try {
    const after = await restarted.login(before.email);
    const kids = [before, after].map(({ accessToken }) => decodeProtectedHeader(accessToken).kid);
    expect(new Set(kids).size).toBe(2);
    expect(await restarted.verified(before.accessToken)).toEqual(before.identity);
    expect(await restarted.verified(after.accessToken)).toEqual(after.identity);
  } finally {
    await restarted.subgraph.stop();
  }
});

test('of many that rotate an old key at once one does', async () => {
  await auth.sql.query(`UPDATE signing_key SET created_at = created_at - interval '100 days'`);
  const before = (await auth.sql.query('SELECT FROM signing_key')).rowCount;
  const replicas = await Promise.all(Array.from({ length: 4 }, opened));
  await Promise.all(replicas.map((keys) => keys.rotate(90 * 24 * 60 * 60)));
  expect((await auth.sql.query('SELECT FROM signing_key')).rowCount).toBe(Number(before) + 1);
});
