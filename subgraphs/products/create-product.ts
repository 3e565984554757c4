import { z } from 'zod';
import { remainingMillis } from '../../platform/context';
import type { Transaction } from '../../platform/database/transaction';
import { withIdempotency, type ClaimInput } from '../../platform/idempotency/idempotency';
import {
  idempotencyConflict,
  type IdempotencyConflict,
} from '../../platform/idempotency/idempotency-conflict';
import { withDeadline } from '../../platform/resilience/deadline';
import { validate, type ValidationError } from '../../platform/validation/validate';
import type { Product } from './entities/product.entity';
import { findCategory } from './find-category';
import type { CreateProductInput } from './generated/resolver-types';
import { insertProduct } from './insert-product';
import { openStock } from './peers/open-stock';
import { priceText, productAudited, productCreated } from './product-events';
import { createRules } from './product-input';
import type { ProductsContext } from './products.context';
import { categoryNotFound, skuTaken, type SkuTaken } from './refusals';

type Wanted = Omit<z.infer<typeof createRules>, 'idempotencyKey'>;
type Outcome = { readonly productId: string } | { readonly refusal: SkuTaken | ValidationError };
type Result = (Product & { __typename: 'Product' }) | SkuTaken | ValidationError | IdempotencyConflict;

/** How long an answer waits for inventory. After that the event opens the stock. */
const OPEN_STOCK_MILLIS = 3_000;

const storedOutcome = z.object({ productId: z.string() });

/**
 * Creates a product with its first stock. Repeated with the same idempotency key it answers with the product that the first
 * request created. A refusal writes nothing and leaves the key free.
 */
export async function createProduct(context: ProductsContext, input: CreateProductInput): Promise<Result> {
  const checked = validate(createRules, input);
  if (!checked.ok) return checked.error;
  const { idempotencyKey: key, ...wanted } = checked.value;
  const done = await context.transaction((transaction) =>
    withIdempotency<Outcome>(
      transaction,
      key == null ? null : claimOf(context, key, wanted),
      { result: storedOutcome, isRefusal: (outcome) => 'refusal' in outcome },
      () => create(context, transaction, wanted),
    ),
  );
  if (done.kind === 'conflict') return idempotencyConflict(key ?? '');
  if ('refusal' in done.result) return done.result.refusal;
  const { productId } = done.result;
  const [product] = await Promise.all([
    context.loaders.product.load(productId),
    openStockNow(context, productId, wanted),
  ]);
  if (product === null) throw new Error(`Product ${productId} was created and is not there`);
  return { ...product, __typename: 'Product' };
}

function claimOf(context: ProductsContext, key: string, input: Wanted): ClaimInput {
  return { actorId: context.identity.userId, operation: 'createProduct', key, input };
}

async function create(context: ProductsContext, transaction: Transaction, wanted: Wanted): Promise<Outcome> {
  const category = wanted.categoryId == null ? null : await findCategory(transaction, wanted.categoryId);
  if (wanted.categoryId != null && category === null) return { refusal: categoryNotFound() };
  const inserted = await insertProduct(transaction, wanted);
  if ('takenBy' in inserted) return { refusal: skuTaken(inserted.takenBy) };
  const event = productCreated(inserted.product, category?.name ?? null, {
    initialStock: wanted.initialStock,
    lowStockThreshold: wanted.lowStockThreshold ?? null,
    enrich: wanted.enrich,
    actorId: context.identity.userId,
  });
  const { id, sku } = inserted.product;
  const audited = productAudited(context.request, id, 'product.created', {
    sku,
    price: priceText(wanted.price),
  });
  await context.outbox.add(transaction, context.request, [event, audited]);
  return { productId: id };
}

/** So that the answer already shows the stock. The product stands without it: the event of its creation opens the stock too. */
async function openStockNow(context: ProductsContext, productId: string, wanted: Wanted): Promise<void> {
  const { name, initialStock, lowStockThreshold } = wanted;
  const millis = remainingMillis(context.request, OPEN_STOCK_MILLIS);
  const request = { ...context.request, deadline: Date.now() + millis };
  const variables = { productId, name, initialStock, lowStockThreshold: lowStockThreshold ?? null };
  try {
    await withDeadline(context.peers.request(request, openStock, variables), millis, 'inventory');
  } catch (error) {
    const { log, traceId } = context.request;
    log.warn({ err: error, productId, traceId }, 'the stock of a new product opens later, by its event');
  }
}
