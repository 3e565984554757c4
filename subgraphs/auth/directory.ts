import { NIL } from 'uuid';
import { statement, type Statement, type Transaction } from '../../platform/database/transaction';

const BY_EMAIL = statement('tenant-of-email', 'SELECT tenant_id FROM app_user WHERE email = $1');
const BY_REFRESH_TOKEN = statement(
  'tenant-of-refresh-token',
  'SELECT tenant_id FROM refresh_token WHERE token_hash = $1',
);
const BY_API_KEY = statement('tenant-of-api-key', 'SELECT tenant_id FROM api_key WHERE secret_hash = $1');
const BY_CHALLENGE = statement(
  'tenant-of-challenge',
  'SELECT tenant_id FROM mfa_challenge WHERE challenge_hash = $1',
);

/*
 * Which business somebody belongs to who has shown no more than an address or a secret. In a worker's transaction, which may
 * read these two columns and no others: see the migration. What is unknown belongs to the nil business, in which nothing is
 * ever found: so the unknown take the same steps, and the same time, as the known.
 */

export const tenantOfEmail = (transaction: Transaction, email: string): Promise<string> =>
  lookUp(transaction, BY_EMAIL, email);

export const tenantOfRefreshToken = (transaction: Transaction, hash: Buffer): Promise<string> =>
  lookUp(transaction, BY_REFRESH_TOKEN, hash);

export const tenantOfApiKey = (transaction: Transaction, hash: Buffer): Promise<string> =>
  lookUp(transaction, BY_API_KEY, hash);

export const tenantOfChallenge = (transaction: Transaction, hash: Buffer): Promise<string> =>
  lookUp(transaction, BY_CHALLENGE, hash);

async function lookUp(transaction: Transaction, by: Statement, key: string | Buffer): Promise<string> {
  const [row] = await transaction.query<{ tenant_id: string }>(by, [key]);
  return row?.tenant_id ?? NIL;
}
