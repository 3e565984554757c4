import { isDeepStrictEqual } from 'node:util';
import { validate as isUuid } from 'uuid';
import type { z } from 'zod';
import type { Transaction } from '../../platform/database/transaction';
import type { NewEvent } from '../../platform/events/event';
import { money } from '../../platform/money/money';
import { validate, type ValidationError } from '../../platform/validation/validate';
import type { Category } from './entities/category.entity';
import { Product } from './entities/product.entity';
import { findCategory } from './find-category';
import type { UpdateProductInput } from './generated/resolver-types';
import { priceText, productAudited, productUpdated } from './product-events';
import { updateRules } from './product-input';
import type { ProductsContext } from './products.context';
import { categoryNotFound, productNotFound, type ProductNotFound } from './refusals';

type Refusal = ProductNotFound | ValidationError;
type Changes = Partial<
  Pick<Product, 'name' | 'description' | 'keywords' | 'categoryId' | 'priceAmount' | 'priceCurrency'>
>;

/**
 * Changes the given fields; null takes back a person's description, keywords or category, and enrichment's show again. What
 * changes nothing writes nothing.
 */
export async function updateProduct(
  context: ProductsContext,
  input: UpdateProductInput,
): Promise<(Product & { __typename: 'Product' }) | Refusal> {
  const checked = validate(updateRules, input);
  if (!checked.ok) return checked.error;
  if (!isUuid(input.id)) return productNotFound(input.id);
  const refusal = await context.transaction((transaction) =>
    change(context, transaction, input.id, checked.value),
  );
  if (refusal !== null) return refusal;
  const product = await context.loaders.product.clear(input.id).load(input.id);
  return product === null ? productNotFound(input.id) : { ...product, __typename: 'Product' };
}

async function change(
  context: ProductsContext,
  transaction: Transaction,
  id: string,
  wanted: z.infer<typeof updateRules>,
): Promise<Refusal | null> {
  const product = await transaction.manager.findOne(Product, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (product === null) return productNotFound(id);
  const categoryId = wanted.categoryId === undefined ? product.categoryId : wanted.categoryId;
  const category: Category | null = categoryId === null ? null : await findCategory(transaction, categoryId);
  if (categoryId !== null && category === null) return categoryNotFound();

  const changes = changesOf(product, wanted);
  if (Object.keys(changes).length === 0) return null;
  await transaction.manager.update(Product, { id }, { ...changes, updatedAt: () => 'now()' });
  const event = productUpdated({ ...product, ...changes }, category?.name ?? null);
  await context.outbox.add(transaction, context.request, [event, ...priceChange(context, product, changes)]);
  return null;
}

function priceChange({ request }: ProductsContext, product: Product, changes: Changes): NewEvent[] {
  const { priceAmount, priceCurrency } = changes;
  if (priceAmount === undefined || priceCurrency === undefined) return [];
  const details = {
    from: priceText(money(product.priceAmount, product.priceCurrency)),
    to: priceText(money(priceAmount, priceCurrency)),
  };
  return [productAudited(request, product.id, 'price.changed', details)];
}

/** What is given and differs. */
function changesOf(product: Product, { price, ...words }: z.infer<typeof updateRules>): Changes {
  const before = money(product.priceAmount, product.priceCurrency);
  const prices =
    price === undefined || isDeepStrictEqual(price, before)
      ? {}
      : { priceAmount: price.amount, priceCurrency: price.currency };
  const given = Object.entries(words).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(value, Reflect.get(product, field)),
  );
  return { ...Object.fromEntries(given), ...prices };
}
