import { statement } from '../../../platform/database/transaction';
import type { EnrichmentContext } from '../enrichment.context';
import { notSet, tellAudit, type EnrichmentWebhookNotSet, type Webhook } from './webhook';

const REMOVE = statement('webhook-remove', 'DELETE FROM webhook RETURNING url, created_at AS "createdAt"');
const GIVE_UP = statement(
  'webhook-delivery-give-up',
  `UPDATE webhook_delivery SET status = 'FAILED', lease = NULL, last_error = 'The webhook was removed.',
          ended_at = clock_timestamp()
    WHERE status = 'PENDING'`,
);

/** Nothing more is sent, but for an attempt that is under way; its secret is forgotten. */
export async function removeEnrichmentWebhook(
  context: EnrichmentContext,
): Promise<(Webhook & { readonly __typename: 'EnrichmentWebhook' }) | EnrichmentWebhookNotSet> {
  return context.transaction(async (transaction) => {
    const [webhook] = await transaction.query<Webhook & Record<string, unknown>>(REMOVE);
    if (webhook === undefined) return notSet();
    await transaction.query(GIVE_UP);
    await tellAudit(context, transaction, 'removed', webhook);
    return { __typename: 'EnrichmentWebhook', ...webhook };
  });
}
