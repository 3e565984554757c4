import { brokenConstraint } from '../../platform/database/database-errors';

/** The contract's `EmailTaken`: addresses are unique over all businesses, for one logs in with nothing else. */
export interface EmailTaken {
  readonly __typename: 'EmailTaken';
  readonly message: string;
  readonly email: string;
}

/** Runs the work that inserts a person; the database alone decides whether the address is free. */
export async function unlessTaken<T>(email: string, work: () => Promise<T>): Promise<T | EmailTaken> {
  try {
    return await work();
  } catch (error) {
    if (brokenConstraint(error) !== 'app_user_email') throw error;
    return { __typename: 'EmailTaken', message: 'This e-mail address is in use already.', email };
  }
}
