import { statement } from '../../../platform/database/transaction';
import type { EnrichmentContext } from '../enrichment.context';
import { newSecret } from './signature';
import {
  notSet,
  tellAudit,
  type EnrichmentWebhookNotSet,
  type EnrichmentWebhookSaved,
  type Webhook,
} from './webhook';

/** The receiver has this long to learn the new secret. */
const BOTH_HOURS = 24;

const ROTATE = statement(
  'webhook-rotate',
  `UPDATE webhook SET previous_secret = secret, secret = $1,
          previous_until = clock_timestamp() + ${BOTH_HOURS} * interval '1 hour'
   RETURNING url, created_at AS "createdAt"`,
);

/** A new secret; messages are signed with the one before as well for a day, and with none that is older. */
export async function rotateEnrichmentWebhookSecret(
  context: EnrichmentContext,
): Promise<EnrichmentWebhookSaved | EnrichmentWebhookNotSet> {
  const secret = newSecret();
  return context.transaction(async (transaction) => {
    const [webhook] = await transaction.query<Webhook & Record<string, unknown>>(ROTATE, [secret]);
    if (webhook === undefined) return notSet();
    await tellAudit(context, transaction, 'rotated', webhook);
    return { __typename: 'EnrichmentWebhookSaved', webhook, secret };
  });
}
