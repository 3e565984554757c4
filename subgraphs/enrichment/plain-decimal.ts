import { Decimal } from 'decimal.js';

/** "0.00720000", as the database writes it, is "0.0072" to everybody else. */
export function plainDecimal(value: string): string {
  return new Decimal(value).toFixed();
}
