import { validate as isUuid } from 'uuid';
import { sum, times, type Money } from '../../platform/money/money';
import { validationError, type ValidationError } from '../../platform/validation/validate';
import { askCatalogue } from './catalogue';
import type { OrderLine } from './order';
import type { OrdersContext } from './orders.context';
import type { StockRefusal } from './peers/order-stock';

export interface RequestedLine {
  readonly productId: string;
  readonly quantity: number;
}

export type Priced =
  | { readonly ok: true; readonly lines: readonly OrderLine[]; readonly total: Money }
  | { readonly ok: false; readonly refusal: StockRefusal | ValidationError };

/**
 * The lines with names and prices of the catalogue at this moment. Refused are products that the business does not have,
 * archived ones, and those whose price is in another currency than the first line's.
 */
export async function priceLines(
  context: OrdersContext,
  requested: readonly RequestedLine[],
): Promise<Priced> {
  // An id that could not be one is as unknown as any other, and no reason to ask.
  const impossible = requested.find(({ productId }) => !isUuid(productId));
  if (impossible) return { ok: false, refusal: productNotFound(impossible.productId) };
  const items = await askCatalogue(
    context,
    requested.map(({ productId }) => productId),
  );
  const lines: OrderLine[] = [];
  const fields: ValidationError['fields'] = [];
  for (const [index, { productId, quantity }] of requested.entries()) {
    const item = items.get(productId);
    if (item === undefined) return { ok: false, refusal: productNotFound(productId) };
    const { name, price, status } = item;
    const path = ['input', 'lines', String(index), 'productId'];
    if (status === 'ARCHIVED')
      fields.push({ path, message: `"${name}" is archived and can no longer be sold.` });
    const currency = lines[0]?.unitPrice.currency ?? price.currency;
    if (price.currency !== currency) {
      fields.push({
        path,
        message: `"${name}" is priced in ${price.currency}, the first line in ${currency}.`,
      });
    }
    lines.push({ productId, name, quantity, unitPrice: price });
  }
  if (fields.length > 0) return { ok: false, refusal: validationError(fields) };
  return { ok: true, lines, total: sum(lines.map(({ unitPrice, quantity }) => times(unitPrice, quantity))) };
}

function productNotFound(productId: string): StockRefusal {
  return { __typename: 'ProductNotFound', message: 'There is no such product.', productId };
}
