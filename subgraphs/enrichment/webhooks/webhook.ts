import { statement, type Transaction } from '../../../platform/database/transaction';
import { auditEvent } from '../../../platform/events/audit-event';
import type { EnrichmentContext } from '../enrichment.context';

/** The API's `EnrichmentWebhook`. */
export interface Webhook {
  readonly url: string;
  readonly createdAt: Date;
}

export interface EnrichmentWebhookSaved {
  readonly __typename: 'EnrichmentWebhookSaved';
  readonly webhook: Webhook;
  /** Null: the one that was there before, and is not shown again. */
  readonly secret: string | null;
}

export interface EnrichmentWebhookNotSet {
  readonly __typename: 'EnrichmentWebhookNotSet';
  readonly message: string;
}

const READ = statement('webhook-read', 'SELECT url, created_at AS "createdAt" FROM webhook');

/** The business's webhook; null when it has none. */
export async function enrichmentWebhook(context: EnrichmentContext): Promise<Webhook | null> {
  const [webhook] = await context.read((transaction) =>
    transaction.query<Webhook & Record<string, unknown>>(READ),
  );
  return webhook ?? null;
}

export function notSet(): EnrichmentWebhookNotSet {
  return { __typename: 'EnrichmentWebhookNotSet', message: 'No webhook is set.' };
}

/** For the audit log: who sends what is written to whom, in the transaction that decides it. */
export function tellAudit(
  { services, identity, request }: EnrichmentContext,
  transaction: Transaction,
  what: 'set' | 'rotated' | 'removed',
  { url }: Webhook,
): Promise<void> {
  const subject = { subjectType: 'EnrichmentWebhook', subjectId: identity.tenantId };
  // Paths and queries of such addresses are often secrets themselves.
  const action = { action: `webhook.${what}`, ...subject, details: { origin: new URL(url).origin } };
  return services.outbox.add(transaction, request, [auditEvent('enrichment', request, action)]);
}
