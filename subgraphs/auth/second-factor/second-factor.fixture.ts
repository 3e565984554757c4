import { Secret, TOTP } from 'otpauth';
import { AuthHarness, type OpenedSession, PASSWORD } from '../testing/auth-harness';

const SESSION = '... on Session { accessToken refreshToken user { id totpEnabled } }';
const ERROR = '__typename ... on UserError { message }';
export const ENROL = `mutation ($password: String!) { result: enrolTotp(password: $password) { ${ERROR} ... on TotpEnrolment { secret uri } } }`;
export const CONFIRM = `mutation ($code: String!) { result: confirmTotp(code: $code) { ${ERROR} ... on RecoveryCodes { codes } } }`;
export const LOGIN = `mutation ($input: LoginInput!) { result: login(input: $input) { ${ERROR} ${SESSION} ... on MfaRequired { challenge expiresAt } } }`;
export const VERIFY = `mutation ($challenge: String!, $code: String!) { result: verifyTotp(challenge: $challenge, code: $code) { ${ERROR} ${SESSION} } }`;
export const DISABLE = `mutation ($password: String!, $code: String!) { result: disableTotp(password: $password, code: $code) { ${ERROR} ... on User { totpEnabled } } }`;
export const RESET = `mutation ($id: ID!) { result: resetTotp(userId: $id) { ${ERROR} ... on User { totpEnabled } } }`;
export const REQUIRE =
  'mutation ($required: Boolean!) { result: requireTotp(required: $required) { id totpRequired } }';

const ENVIRONMENT = { AUTH_SEALING_SECRET: 'a secret of the deployment, long enough' };

export const INVALID = {
  __typename: 'InvalidCode',
  message: 'The code is not valid. Wait for the next one and try again.',
};
const PERIOD_MILLIS = 30_000;

/** What any of the mutations answered. */
export interface Result {
  __typename: string;
  message?: string;
  secret?: string;
  uri?: string;
  codes?: string[];
  challenge?: string;
  expiresAt?: string;
  totpEnabled?: boolean;
}

/** Somebody with a second factor. */
export interface Enrolled {
  readonly session: OpenedSession;
  readonly secret: string;
  readonly codes: readonly string[];
}

/** The subgraph, with people who have a second factor. */
export class SecondFactorHarness {
  private constructor(readonly auth: AuthHarness) {}

  static async start(): Promise<SecondFactorHarness> {
    return new SecondFactorHarness(await AuthHarness.start(ENVIRONMENT));
  }

  /** Another process on the same database; its `auth.subgraph` is to be stopped. */
  async beside(): Promise<SecondFactorHarness> {
    return new SecondFactorHarness(await this.auth.beside(ENVIRONMENT));
  }

  async mutate(
    document: string,
    variables: Record<string, unknown>,
    as: OpenedSession | null = null,
  ): Promise<Result> {
    const answer = await this.auth.ask<{ result: Result }>(document, variables, { as: as?.identity ?? null });
    return answer.result;
  }

  async enrolled(session?: OpenedSession): Promise<Enrolled> {
    const person = session ?? (await this.auth.register());
    const { secret = '' } = await this.mutate(ENROL, { password: PASSWORD }, person);
    const { codes = [] } = await this.mutate(CONFIRM, { code: codeOf(secret, -1) }, person);
    expect(codes).toHaveLength(10);
    return { session: person, secret, codes };
  }

  async challengeOf({ session }: Enrolled): Promise<string> {
    const answer = await this.mutate(LOGIN, { input: { email: session.email, password: PASSWORD } });
    expect(answer.__typename).toBe('MfaRequired');
    return answer.challenge ?? '';
  }
}

/** To be called before each test: or a period could end between the making of a code and its use. */
export function stopTheClock(): void {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now);
}

/** The code of the period so many before or after now. */
export function codeOf(secret: string, period = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + period * PERIOD_MILLIS });
}

/** Never the digits of a code that is good now. */
export function wrongCode(secret: string): string {
  const good = [-2, -1, 0, 1, 2].map((period) => codeOf(secret, period));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !good.includes(code)) ?? ''
  );
}
