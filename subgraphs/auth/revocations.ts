import { statement } from '../../platform/database/transaction';
import type { AuthContext } from './auth.context';

/** Longer than an access token lives, by as much as clocks may differ. */
const REMEMBERED = `interval '15 minutes'`;

const REVOCATIONS = statement(
  'revocations',
  `SELECT 'session:' || id AS entry FROM session
    WHERE revoked_at IS NOT NULL AND last_issued_at > clock_timestamp() - ${REMEMBERED}
   UNION ALL
   SELECT 'user:' || id || '@' || ceil(extract(epoch FROM tokens_valid_from))::bigint FROM app_user
    WHERE tokens_valid_from > clock_timestamp() - ${REMEMBERED}
   UNION ALL
   SELECT 'apikey:' || id FROM api_key
    WHERE revoked_at > clock_timestamp() - ${REMEMBERED}
   UNION
   SELECT 'apikey:' || key.id FROM api_key key JOIN app_user person ON person.id = key.created_by
    WHERE person.disabled_at > clock_timestamp() - ${REMEMBERED}`,
);

/**
 * What was revoked, of all businesses, while access tokens of it may still live:
 * `session:<id>`; `user:<id>@<epoch seconds>`, which is every token of that person issued before; `apikey:<id>`, also of
 * people who are disabled.
 * Read from the rows that were revoked themselves, so that nothing can be revoked and not listed.
 */
export async function revocations(context: AuthContext): Promise<string[]> {
  const rows = await context.database.asWorker((transaction) =>
    transaction.query<{ entry: string }>(REVOCATIONS),
  );
  return rows.map(({ entry }) => entry);
}
