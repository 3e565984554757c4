import { Secret, TOTP } from 'otpauth';
import { PASSWORD } from '../support/api';
import { RecordingApi, someId, type AskedSystem } from './asked-system';

/** The second factor, from enrolling to losing it. */
export function secondFactor(system: () => AskedSystem): void {
  it('people: the second factor, from enrolling to losing it', async () => {
    const { ask, owner, url } = system();
    const anonymous = new RecordingApi(url);
    const email = 'otto@example.com';
    const input = { businessName: 'Otto’s shop', name: 'Otto', email, password: PASSWORD };
    const registered = await ask(
      'mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on Session { accessToken } } }',
      { input },
      anonymous,
    );
    const otto = new RecordingApi(url, {
      authorization: `Bearer ${String(registered['accessToken'])}`,
    });
    const enrolment = await ask(
      'mutation ($password: String!) { enrolTotp(password: $password) { __typename ... on TotpEnrolment { secret uri } } }',
      { password: PASSWORD },
      otto,
    );
    expect(enrolment['uri']).toContain('otpauth://totp/Bodega:');
    const secret = Secret.fromBase32(String(enrolment['secret']));
    const CONFIRM_TOTP =
      'mutation ($code: String!) { confirmTotp(code: $code) { __typename ... on RecoveryCodes { codes } ... on InvalidCode { message } } }';
    expect((await ask(CONFIRM_TOTP, { code: 'no code' }, otto)).__typename).toBe('InvalidCode');
    const confirmed = await ask(CONFIRM_TOTP, { code: TOTP.generate({ secret }) }, otto);
    const [first, second] = confirmed['codes'] as string[];

    const challenged = await ask(
      'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on MfaRequired { message challenge expiresAt } } }',
      { input: { email, password: PASSWORD } },
      anonymous,
    );
    expect(challenged.__typename).toBe('MfaRequired');
    const VERIFY =
      'mutation ($challenge: String!, $code: String!) { verifyTotp(challenge: $challenge, code: $code) { __typename ... on Session { user { email totpEnabled } } ... on InvalidCode { message } } }';
    const { challenge } = challenged;
    expect((await ask(VERIFY, { challenge, code: 'no code' }, anonymous)).__typename).toBe('InvalidCode');
    expect(await ask(VERIFY, { challenge, code: first }, anonymous)).toEqual({
      __typename: 'Session',
      user: { email, totpEnabled: true },
    });

    expect(
      await ask('mutation { requireTotp(required: true) { __typename totpRequired } }', {}, otto),
    ).toEqual({ __typename: 'Tenant', totpRequired: true });
    expect(
      await ask(
        'mutation ($id: ID!) { resetTotp(userId: $id) { __typename ... on UserNotFound { userId } } }',
        { id: someId },
        otto,
      ),
    ).toEqual({ __typename: 'UserNotFound', userId: someId });
    expect(
      await ask(
        'mutation ($password: String!, $code: String!) { disableTotp(password: $password, code: $code) { __typename ... on User { totpEnabled } } }',
        { password: PASSWORD, code: second },
        otto,
      ),
    ).toEqual({ __typename: 'User', totpEnabled: false });

    const log = await ask(
      'query ($filter: AuditFilter) { auditLog(first: 2, filter: $filter) { __typename nodes { action actor { email } clientAddress subjectType } pageInfo { hasNextPage } } }',
      { filter: { actions: ['totp.enabled', 'business.opened'] } },
      owner,
    );
    expect(log).toMatchObject({
      __typename: 'AuditEntryConnection',
      nodes: [{ action: 'business.opened', subjectType: 'Tenant', clientAddress: '127.0.0.1' }],
      pageInfo: { hasNextPage: false },
    });
  });
}
