import { statement } from '../../platform/database/transaction';
import type { AuthContext } from './auth.context';
import { tenantOfApiKey } from './directory';
import { scopesOf, type Role } from './roles';
import { fingerprint } from './tokens/opaque-secret';

const FIND = statement(
  'api-key-identity',
  `SELECT key.id, key.created_by, key.scopes, person.role,
          coalesce(key.last_used_at < clock_timestamp() - interval '1 minute', true) AS to_be_noted
     FROM api_key key JOIN app_user person ON person.id = key.created_by
    WHERE key.secret_hash = $1 AND key.revoked_at IS NULL AND person.disabled_at IS NULL`,
);
// Two requests at once: the second finds it noted.
const NOTE_USE = statement(
  'api-key-note-use',
  `UPDATE api_key SET last_used_at = clock_timestamp()
    WHERE id = $1 AND coalesce(last_used_at < clock_timestamp() - interval '1 minute', true)`,
);

interface KeyRow {
  readonly id: string;
  readonly created_by: string;
  readonly scopes: string[];
  readonly role: Role;
  readonly to_be_noted: boolean;
}

/** The contract's `ApiKeyIdentity`. */
export interface ApiKeyIdentity {
  readonly apiKeyId: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly role: Role;
  readonly scopes: string[];
}

/**
 * Whom an API key stands for: its creator, with those of the key's scopes that the creator's role still has. Null when it is
 * unknown or revoked, or its creator is disabled. Notes the use, at most once a minute.
 */
export async function apiKeyIdentity(context: AuthContext, secret: string): Promise<ApiKeyIdentity | null> {
  const hash = fingerprint('bdk', secret);
  if (hash === null) return null;
  const tenantId = await context.database.asWorker((transaction) => tenantOfApiKey(transaction, hash));
  return context.database.transaction(tenantId, async (transaction) => {
    const [key] = await transaction.query<KeyRow>(FIND, [hash]);
    if (!key) return null;
    if (key.to_be_noted) await transaction.query(NOTE_USE, [key.id]);
    const allowed: readonly string[] = scopesOf(key.role);
    const scopes = key.scopes.filter((scope) => allowed.includes(scope));
    return { apiKeyId: key.id, tenantId, userId: key.created_by, role: key.role, scopes };
  });
}
