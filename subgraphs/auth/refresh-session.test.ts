import { AuthHarness, type OpenedSession } from './testing/auth-harness';

const INVALID = { __typename: 'InvalidRefreshToken', message: 'The session is over. Log in again.' };

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());

const entryOf = (session: OpenedSession): string => `session:${session.identity.sessionId}`;

test('a refresh token is exchanged for new tokens of the same session', async () => {
  const first = await auth.register();
  const second = await auth.opened(first.email, await auth.refresh(first.refreshToken));
  expect(second.identity).toEqual(first.identity);
  expect(second.refreshToken).toMatch(/^bdr_[\w-]{43}$/);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  const third = await auth.opened(first.email, await auth.refresh(second.refreshToken));
  expect(third.identity).toEqual(first.identity);
  const { rows } = await auth.sql.query(
    `SELECT count(*)::int AS tokens, count(used_at)::int AS used, count(parent_hash)::int AS children
       FROM refresh_token WHERE session_id = $1`,
    [first.identity.sessionId],
  );
  expect(rows).toEqual([{ tokens: 3, used: 2, children: 2 }]);
  expect(await auth.revocations()).not.toContain(entryOf(first));
});

test('a token that comes a second time ends the whole session, and no other', async () => {
  const first = await auth.register();
  const elsewhere = await auth.login(first.email);
  const second = await auth.opened(first.email, await auth.refresh(first.refreshToken));
  expect(await auth.refresh(first.refreshToken)).toEqual(INVALID);

  expect(await auth.revocations()).toContain(entryOf(first));
  expect(await auth.refresh(second.refreshToken)).toEqual(INVALID);
  expect((await auth.refresh(elsewhere.refreshToken)).__typename).toBe('Session');
  expect(await auth.revocations()).not.toContain(entryOf(elsewhere));
});

test('of twenty at once one succeeds, and what it got is worth nothing', async () => {
  for (let round = 0; round < 5; round++) {
    const session = await auth.register();
    const before = await auth.rows();
    const answers = await Promise.all(Array.from({ length: 20 }, () => auth.refresh(session.refreshToken)));

    const succeeded = answers.filter(({ __typename }) => __typename === 'Session');
    expect(succeeded).toHaveLength(1);
    expect(answers.filter((answer) => answer.__typename !== 'Session')).toEqual(
      Array.from({ length: 19 }, () => INVALID),
    );
    expect(await auth.rows()).toEqual({ ...before, refresh_token: Number(before['refresh_token']) + 1 });
    expect(await auth.refresh(succeeded[0]?.refreshToken ?? '')).toEqual(INVALID);
    expect(await auth.revocations()).toContain(entryOf(session));
  }
});

test('a session lasts thirty days, however often it is refreshed', async () => {
  const session = await auth.register();
  const { rows } = await auth.sql.query(
    `SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM session WHERE id = $1`,
    [session.identity.sessionId],
  );
  expect(rows).toEqual([{ seconds: 30 * 24 * 60 * 60 }]);
  await auth.sql.query(
    `UPDATE session SET expires_at = expires_at - interval '29 days 23 hours' WHERE id = $1`,
    [session.identity.sessionId],
  );
  const second = await auth.refresh(session.refreshToken);
  expect(second.__typename).toBe('Session');
  await auth.sql.query(`UPDATE session SET expires_at = expires_at - interval '1 hour' WHERE id = $1`, [
    session.identity.sessionId,
  ]);
  expect(await auth.refresh(second.refreshToken ?? '')).toEqual(INVALID);
});

test('a disabled person refreshes nothing', async () => {
  const session = await auth.register();
  await auth.sql.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [session.userId]);
  expect(await auth.refresh(session.refreshToken)).toEqual(INVALID);
});

test('a changed role is in the next access token', async () => {
  const owner = await auth.register();
  const seller = await auth.colleague(owner, 'SELLER');
  await auth.sql.query(`UPDATE app_user SET role = 'VIEWER' WHERE id = $1`, [seller.userId]);
  const after = await auth.opened(seller.email, await auth.refresh(seller.refreshToken));
  expect(after.identity.role).toBe('VIEWER');
  expect(after.identity.scopes).not.toContain('orders:sell');
});

test.each([
  '',
  'bdr_',
  `bdr_${'A'.repeat(43)}`,
  `bdk_${'A'.repeat(43)}`,
  'bdr_\0',
  '\ud800',
  'x'.repeat(100_000),
])('no session is found by %.20j', async (token) => {
  const before = await auth.rows();
  expect(await auth.refresh(token)).toEqual(INVALID);
  expect(await auth.rows()).toEqual(before);
});

test('a refresh waits for a change of the role that has begun, and gets the new one', async () => {
  const owner = await auth.register();
  const seller = await auth.colleague(owner, 'SELLER');
  await auth.sql.query('BEGIN');
  await auth.sql.query(`UPDATE app_user SET role = 'VIEWER', tokens_valid_from = now() WHERE id = $1`, [
    seller.userId,
  ]);
  const answer = auth.refresh(seller.refreshToken);
  await auth.untilSomebodyWaitsForALock();
  await auth.sql.query('COMMIT');
  expect((await auth.opened(seller.email, await answer)).identity.role).toBe('VIEWER');
});

describe('logging out', () => {
  const LOGOUT = 'mutation ($everywhere: Boolean!) { logout(everywhere: $everywhere) }';

  test('ends this session and no other', async () => {
    const one = await auth.register();
    const other = await auth.login(one.email);
    expect(await auth.ask('mutation { logout }', {}, { as: one.identity })).toEqual({ logout: true });

    expect(await auth.refresh(one.refreshToken)).toEqual(INVALID);
    expect(await auth.revocations()).toContain(entryOf(one));
    expect((await auth.refresh(other.refreshToken)).__typename).toBe('Session');
    expect(await auth.revocations()).not.toContain(entryOf(other));
  });

  test('everywhere ends every session of the person and of nobody else; one may log in again at once', async () => {
    const owner = await auth.register();
    const seller = await auth.colleague(owner, 'SELLER');
    const elsewhere = await auth.login(owner.email);
    expect(await auth.ask(LOGOUT, { everywhere: true }, { as: owner.identity })).toEqual({ logout: true });

    const again = await auth.login(owner.email);
    expect(await auth.refresh(owner.refreshToken)).toEqual(INVALID);
    expect(await auth.refresh(elsewhere.refreshToken)).toEqual(INVALID);
    expect((await auth.refresh(again.refreshToken)).__typename).toBe('Session');
    expect((await auth.refresh(seller.refreshToken)).__typename).toBe('Session');
    const revoked = await auth.revocations();
    expect(revoked).toEqual(expect.arrayContaining([entryOf(owner), entryOf(elsewhere)]));
    expect(revoked).not.toContain(entryOf(again));
    expect(revoked).not.toContain(entryOf(seller));
  });

  test('ends nothing for an API key, which has no session', async () => {
    const owner = await auth.register();
    const { sessionId: _session, ...person } = owner.identity;
    const key = { ...person, apiKeyId: owner.userId };
    expect(await auth.ask(LOGOUT, { everywhere: true }, { as: key })).toEqual({ logout: false });
    expect((await auth.refresh(owner.refreshToken)).__typename).toBe('Session');
  });

  test('is remembered while an access token of the session may live, and not for longer', async () => {
    const session = await auth.register();
    await auth.ask('mutation { logout }', {}, { as: session.identity });
    const age = (minutes: number): Promise<unknown> =>
      auth.sql.query('UPDATE session SET last_issued_at = now() - make_interval(mins => $2) WHERE id = $1', [
        session.identity.sessionId,
        minutes,
      ]);
    await age(14);
    expect(await auth.revocations()).toContain(entryOf(session));
    await age(15);
    expect(await auth.revocations()).not.toContain(entryOf(session));
  });
});
