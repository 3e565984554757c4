import type { RequestContext } from '../../platform/context';
import { auditEvent } from '../../platform/events/audit-event';
import type { NewEvent } from '../../platform/events/event';
import type { Money } from '../../platform/money/money';
import type { Product } from './entities/product.entity';

/** What the creator wishes for beyond the product itself, for the subgraphs that look after it. */
export interface Wishes {
  readonly initialStock: number;
  readonly lowStockThreshold: number | null;
  /** Whether enrichment shall write its words. */
  readonly enrich: boolean;
  /** The person who created it. */
  readonly actorId: string;
}

type Words = Pick<Product, 'id' | 'sku' | 'name' | 'keywords' | 'description'>;

export function productCreated(product: Words, categoryName: string | null, wishes: Wishes): NewEvent {
  return event('products.created', product.id, { ...wordsOf(product, categoryName), ...wishes });
}

export function productUpdated(
  product: Words & Pick<Product, 'status'>,
  categoryName: string | null,
): NewEvent {
  return event('products.updated', product.id, { ...wordsOf(product, categoryName), status: product.status });
}

export function productArchived(productId: string): NewEvent {
  return event('products.archived', productId, {});
}

/** For the audit log: what of a product is a matter of money, and who changed it. */
export function productAudited(
  request: RequestContext,
  subjectId: string,
  action: 'product.created' | 'product.archived' | 'price.changed',
  details: Readonly<Record<string, string>>,
): NewEvent {
  return auditEvent('products', request, { action, subjectType: 'Product', subjectId, details });
}

export function priceText({ amount, currency }: Money): string {
  return `${amount} ${currency}`;
}

function event(type: string, productId: string, payload: object): NewEvent {
  return { type, version: 1, aggregateId: productId, payload: { productId, ...payload } };
}

/** A person's words alone: enrichment, which listens, must not learn from itself. */
function wordsOf({ sku, name, keywords, description }: Words, categoryName: string | null): object {
  return { sku, name, keywords, description, categoryName };
}
