/**
 * Mutations of which an operation may contain one, of all of them together: each proves who somebody is, and many of them
 * in one request would be many guesses for the price of one.
 */
export const ONCE_PER_OPERATION: ReadonlySet<string> = new Set([
  'register',
  'login',
  'refreshSession',
  'changePassword',
  'enrolTotp',
  'confirmTotp',
  'verifyTotp',
  'disableTotp',
]);
