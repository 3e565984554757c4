import { PASSWORD, type AuthHarness } from '../testing/auth-harness';
import {
  DISABLE,
  INVALID,
  RESET,
  codeOf,
  wrongCode,
  SecondFactorHarness,
  stopTheClock,
  type Result,
} from './second-factor.fixture';

let factor: SecondFactorHarness;
let auth: AuthHarness;
beforeAll(async () => {
  factor = await SecondFactorHarness.start();
  auth = factor.auth;
});
afterAll(() => auth?.stop());
beforeEach(stopTheClock);
afterEach(() => jest.restoreAllMocks());

test('it is disabled with the password and a code; then a login takes none', async () => {
  const person = await factor.enrolled();
  const disable = (password: string, code: string): Promise<Result> =>
    factor.mutate(DISABLE, { password, code }, person.session);
  expect((await disable('wrong', codeOf(person.secret))).__typename).toBe('InvalidCredentials');
  expect(await disable(PASSWORD, wrongCode(person.secret))).toEqual(INVALID);
  expect(await disable(PASSWORD, codeOf(person.secret))).toEqual({ __typename: 'User', totpEnabled: false });
  expect((await auth.login(person.session.email)).userId).toBe(person.session.userId);
  const { rows } = await auth.sql.query(
    'SELECT totp_secret, (SELECT count(*)::int FROM recovery_code WHERE user_id = $1) AS codes FROM app_user WHERE id = $1',
    [person.session.userId],
  );
  expect(rows).toEqual([{ totp_secret: null, codes: 0 }]);
});

test('it is reset by whoever may manage the person, never by oneself', async () => {
  const owner = await auth.register();
  const admin = await factor.enrolled(await auth.colleague(owner, 'ADMIN'));
  expect((await factor.mutate(RESET, { id: admin.session.userId }, admin.session)).__typename).toBe(
    'ValidationError',
  );
  expect((await factor.mutate(RESET, { id: owner.userId }, admin.session)).__typename).toBe(
    'ValidationError',
  );
  expect((await factor.mutate(RESET, { id: admin.session.userId }, await auth.register())).__typename).toBe(
    'UserNotFound',
  );
  expect(await factor.mutate(RESET, { id: admin.session.userId }, owner)).toEqual({
    __typename: 'User',
    totpEnabled: false,
  });
  expect((await auth.refresh(admin.session.refreshToken)).__typename).toBe('InvalidRefreshToken');
  expect((await auth.login(admin.session.email)).userId).toBe(admin.session.userId);
});
