import pino from 'pino';
import { Database } from '../../platform/database/database';
import { Periodic } from '../../platform/async/periodic';
import { tidy, TIDY_EVERY_MILLIS } from './housekeeping';
import { AuthHarness } from './testing/auth-harness';
import { Sealing } from './tokens/sealing';
import { SigningKeys } from './tokens/signing-keys';

let auth: AuthHarness;
let database: Database;
beforeAll(async () => {
  auth = await AuthHarness.start();
  database = await Database.connect({ name: 'auth', url: auth.database.serviceUrl, entities: [] });
});
afterAll(async () => {
  await database?.close();
  await auth?.stop();
});

const tidied = async (): Promise<void> =>
  tidy(database, await SigningKeys.open(database, new Sealing(undefined)));

test('what is over is forgotten, and nothing else', async () => {
  const [live, over, justOver] = [await auth.register(), await auth.register(), await auth.register()];
  for (const [session, hours] of [
    [over, 25],
    [justOver, 23],
  ] as const) {
    await auth.sql.query('UPDATE session SET expires_at = now() - make_interval(hours => $2) WHERE id = $1', [
      session.identity.sessionId,
      hours,
    ]);
  }
  const { rows } = await auth.sql.query<{ tenant_id: string; user_id: string }>(
    'SELECT tenant_id, user_id FROM session LIMIT 1',
  );
  await auth.sql.query(
    `INSERT INTO mfa_challenge (challenge_hash, tenant_id, user_id, expires_at)
     SELECT sha256(age::text::bytea), $1, $2, now() - age FROM unnest(ARRAY[interval '1 minute', interval '-1 minute']) age`,
    [rows[0]?.tenant_id, rows[0]?.user_id],
  );
  await auth.sql.query(
    `INSERT INTO login_throttle (subject, failures)
     SELECT sha256(age::text::bytea), ARRAY[now() - interval '1 hour', now() - age]
       FROM unnest(ARRAY[interval '16 minutes', interval '14 minutes']) age`,
  );
  await auth.sql.query(
    `INSERT INTO audit_entry (id, tenant_id, at, action, trace_id, subject_type, subject_id, details)
     SELECT gen_random_uuid(), tenant, now() - age, 'login.failed', '', 'User', '', '{}'
       FROM unnest(ARRAY[interval '25 hours', interval '23 hours']) age,
            unnest(ARRAY['00000000-0000-0000-0000-000000000000'::uuid, $1]) tenant`,
    [live.identity.tenantId],
  );

  await tidied();

  const sessions = await auth.sql.query('SELECT id FROM session ORDER BY id');
  expect(sessions.rows).toEqual([{ id: live.identity.sessionId }, { id: justOver.identity.sessionId }]);
  const left = await auth.sql.query(
    `SELECT (SELECT count(*)::int FROM refresh_token) AS refresh_tokens,
            (SELECT count(*)::int FROM mfa_challenge) AS challenges,
            (SELECT count(*)::int FROM login_throttle) AS throttled,
            (SELECT count(*)::int FROM audit_entry WHERE action = 'login.failed') AS failed_logins`,
  );
  expect(left.rows).toEqual([{ refresh_tokens: 2, challenges: 1, throttled: 1, failed_logins: 3 }]);
});

test('the key that signs is followed by another after ninety days, not before', async () => {
  const keys = async (): Promise<number | null> => (await auth.sql.query('SELECT FROM signing_key')).rowCount;
  await auth.sql.query(`UPDATE signing_key SET created_at = now() - interval '89 days'`);
  await tidied();
  expect(await keys()).toBe(1);
  await auth.sql.query(`UPDATE signing_key SET created_at = now() - interval '91 days'`);
  await tidied();
  await tidied();
  expect(await keys()).toBe(2);
});

test('a failure is logged, and stopping waits for what runs', async () => {
  const lines: string[] = [];
  const logged = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  let end = (): void => undefined;
  const running = new Promise<void>((resolve) => (end = resolve));
  const housekeeping = new Periodic({
    what: 'tidying up',
    everyMillis: TIDY_EVERY_MILLIS,
    work: async () => {
      await running;
      throw new Error('The database is away');
    },
    log: logged,
  });
  let stopped = false;
  const stopping = housekeeping.stop().then(() => (stopped = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  end();
  await stopping;
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('The database is away');
});
