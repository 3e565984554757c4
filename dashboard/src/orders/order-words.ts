import type { TFunction } from 'i18next';
import type { OrderSummaryFragment } from '../../../schema/operations/generated/graphql';

/** "#42"; an order gets its number when it completes. */
export function orderName({ number }: Pick<OrderSummaryFragment, 'number'>, t: TFunction): string {
  return number == null ? t('orders.noNumber') : `#${number}`;
}

/** What was bought, in one line: "2 × Coffee, 4 × Mug". */
export function summaryOf({ lines }: Pick<OrderSummaryFragment, 'lines'>): string {
  return lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
}
