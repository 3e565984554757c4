import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { currencyPlaces } from './currencies';

/** An exact amount in the currency's own number of places, e.g. `{ amount: '1234.50', currency: 'USD' }`. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

// Precise enough for a sum of a thousand lines of a million units at the highest price, exactly.
const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });
const DECIMAL = /^\d{1,15}(\.\d+)?$/;

/** An amount as it was stored (`numeric`), in the currency's own number of places. */
export function money(amount: string, currency: string): Money {
  return { amount: new Exact(amount).toFixed(currencyPlaces(currency) ?? 2), currency };
}

export function times(price: Money, quantity: number): Money {
  return money(new Exact(price.amount).times(quantity).toFixed(), price.currency);
}

/** The sum of amounts of one currency; throws when they differ. */
export function sum(amounts: readonly Money[]): Money {
  const currency = amounts[0]?.currency;
  if (currency === undefined || amounts.some((amount) => amount.currency !== currency)) {
    throw new Error('Only amounts of one currency have a sum');
  }
  return money(amounts.reduce((total, { amount }) => total.plus(amount), new Exact(0)).toFixed(), currency);
}

/** A price: not negative, plain decimal notation, at most as many places as the currency has, at most 15 digits before the point. */
export const price: z.ZodType<Money> = z
  .object({ amount: z.string(), currency: z.string() })
  .superRefine(({ amount, currency }, context) => {
    const places = currencyPlaces(currency);
    if (places === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['currency'],
        message: 'Currency must be an ISO 4217 code, e.g. "COP".',
      });
    }
    const refuse = (message: string): void => context.addIssue({ code: 'custom', path: ['amount'], message });
    if (/^-\d/.test(amount)) refuse('Price must not be negative.');
    else if (!DECIMAL.test(amount))
      refuse('Price must be a plain decimal of at most 15 digits before the point, e.g. "1234.50".');
    else if (places !== undefined && (amount.split('.')[1] ?? '').length > places) {
      refuse(`Price has more decimal places than ${currency} has (${places}).`);
    }
  })
  .transform(({ amount, currency }) => money(amount, currency));
