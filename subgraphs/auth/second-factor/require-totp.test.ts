import { PASSWORD, type AuthHarness } from '../testing/auth-harness';
import { DISABLE, REQUIRE, codeOf, SecondFactorHarness, stopTheClock } from './second-factor.fixture';

let factor: SecondFactorHarness;
let auth: AuthHarness;
beforeAll(async () => {
  factor = await SecondFactorHarness.start();
  auth = factor.auth;
});
afterAll(() => auth?.stop());
beforeEach(stopTheClock);
afterEach(() => jest.restoreAllMocks());

describe('where a business requires it', () => {
  test('an OWNER or ADMIN without may do nothing but enrol, and everything after; a SELLER need not', async () => {
    const owner = await auth.register();
    const [admin, seller] = [await auth.colleague(owner, 'ADMIN'), await auth.colleague(owner, 'SELLER')];
    const withFactor = await factor.enrolled(owner);
    expect(await factor.mutate(REQUIRE, { required: true }, owner)).toEqual({
      id: owner.identity.tenantId,
      totpRequired: true,
    });
    const revoked = await auth.revocations();
    expect(revoked.filter((entry) => entry.startsWith(`user:${admin.userId}@`))).toHaveLength(1);
    expect(revoked.filter((entry) => entry.startsWith(`user:${withFactor.session.userId}@`))).toEqual([]);
    expect(revoked.filter((entry) => entry.startsWith(`user:${seller.userId}@`))).toEqual([]);

    const bound = await auth.opened(admin.email, await auth.refresh(admin.refreshToken));
    expect(bound.identity.scopes.join('')).toBe('');
    expect((await auth.login(admin.email)).identity.scopes.join('')).toBe('');
    expect((await auth.login(seller.email)).identity.scopes).toContain('orders:sell');

    await factor.enrolled(bound);
    const free = await auth.opened(admin.email, await auth.refresh(bound.refreshToken));
    expect(free.identity.scopes).toContain('users:write');
  });

  test('who disables theirs may do nothing but enrol again', async () => {
    const person = await factor.enrolled();
    await factor.mutate(REQUIRE, { required: true }, person.session);
    const disabled = await factor.mutate(
      DISABLE,
      { password: PASSWORD, code: codeOf(person.secret) },
      person.session,
    );
    expect(disabled).toEqual({ __typename: 'User', totpEnabled: false });
    expect(
      (await auth.revocations()).some((entry) => entry.startsWith(`user:${person.session.userId}@`)),
    ).toBe(true);
    const after = await auth.opened(person.session.email, await auth.refresh(person.session.refreshToken));
    expect(after.identity.scopes.join('')).toBe('');
  });

  test('asked for what holds already, it shuts nobody out and tells the log nothing', async () => {
    const owner = await auth.register();
    await auth.colleague(owner, 'ADMIN');
    const before = await auth.revocations();
    await factor.mutate(REQUIRE, { required: false }, owner);
    expect(await auth.revocations()).toEqual(before);
    const { rows } = await auth.sql.query(
      `SELECT FROM audit_entry WHERE tenant_id = $1 AND action = 'totp.required'`,
      [owner.identity.tenantId],
    );
    expect(rows).toHaveLength(0);
  });

  test("an OWNER's API key does not decide on it", async () => {
    const { sessionId, ...byKey } = (await auth.register()).identity;
    expect(sessionId).toBeDefined();
    const { errors } = await auth.execute(REQUIRE, { required: true }, { as: byKey });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });

  test('only an OWNER decides on it, for their own business', async () => {
    const [owner, stranger] = [await auth.register(), await auth.register()];
    const admin = await auth.colleague(owner, 'ADMIN');
    const { errors } = await auth.execute(REQUIRE, { required: true }, { as: admin.identity });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    await factor.mutate(REQUIRE, { required: true }, stranger);
    const { rows } = await auth.sql.query(
      'SELECT totp_required FROM tenant WHERE tenant_id = ANY($1) ORDER BY 1',
      [[owner.identity.tenantId, stranger.identity.tenantId]],
    );
    expect(rows).toEqual([{ totp_required: false }, { totp_required: true }]);
    expect(await factor.mutate(REQUIRE, { required: false }, stranger)).toMatchObject({
      totpRequired: false,
    });
  });
});
