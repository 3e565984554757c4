import { z } from 'zod';
import { statement } from '../../../platform/database/transaction';
import { text, validate, validationError, type ValidationError } from '../../../platform/validation/validate';
import type { EnrichmentContext } from '../enrichment.context';
import { ReceiverRefused } from './receiver-addresses';
import { newSecret } from './signature';
import { tellAudit, type EnrichmentWebhookSaved, type Webhook } from './webhook';

const rules = z.object({
  url: text('The address', 1, 2_000)
    .refine(isHttp, 'The address must be one like https://shop.example/hooks.')
    .refine((value) => !isHttp(value) || !hasCredentials(value), 'The address must not contain a password.'),
});

const SAVE = statement(
  'webhook-save',
  `INSERT INTO webhook (tenant_id, url, secret) VALUES ($1, $2, $3)
   ON CONFLICT (tenant_id) DO UPDATE SET url = excluded.url
   RETURNING url, created_at AS "createdAt", secret = $3 AS fresh`,
);

/**
 * Has the business told of each completed enrichment from now on. What is on its way goes to the new address too.
 * Refuses an address that is not on the internet; it is looked at again before each message.
 */
export async function setEnrichmentWebhook(
  context: EnrichmentContext,
  url: string,
): Promise<EnrichmentWebhookSaved | ValidationError> {
  const checked = validate(rules, { url });
  if (!checked.ok) return refused(checked.error.message);
  const address = new URL(checked.value.url);
  address.hash = '';
  try {
    await context.services.receivers.of(address);
  } catch (error) {
    if (error instanceof ReceiverRefused) return refused(error.message);
    throw error;
  }
  const secret = newSecret();
  return context.transaction(async (transaction) => {
    const [saved] = await transaction.query<Webhook & { fresh: boolean } & Record<string, unknown>>(SAVE, [
      transaction.tenantId,
      address.href,
      secret,
    ]);
    if (saved === undefined) throw new Error('A webhook was neither added nor changed');
    await tellAudit(context, transaction, 'set', saved);
    return { __typename: 'EnrichmentWebhookSaved', webhook: saved, secret: saved.fresh ? secret : null };
  });
}

function refused(message: string): ValidationError {
  return validationError([{ path: ['url'], message }]);
}

function isHttp(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

function hasCredentials(value: string): boolean {
  const { username, password } = new URL(value);
  return username !== '' || password !== '';
}
