import { z } from 'zod';
import { badUserInput } from '../../platform/graphql/errors';
import { isStorable, quantity } from '../../platform/validation/validate';
import type { OrderStockLineInput } from './generated/resolver-types';
import { parseId } from './identifiers';

/*
 * What other subgraphs send has been checked by them. A value that is out of its range is refused here all the same, as an
 * error of the request: their mistake, not a client's.
 */

const MAX_LINES = 100;
const MAX_REASON = 500;
const LONGEST_RESERVATION_SECONDS = 30 * 86_400;

/** An order's id in the form in which it is stored. */
export function orderIdOf(id: string): string {
  const orderId = parseId(id);
  if (orderId === null) throw badUserInput('The order id is not a UUID.');
  return orderId;
}

/** Lines of an order with their quantities checked. */
export function checkedLines(lines: readonly OrderStockLineInput[]): readonly OrderStockLineInput[] {
  if (lines.length < 1 || lines.length > MAX_LINES) {
    throw badUserInput(`An order has from 1 to ${MAX_LINES} lines.`);
  }
  for (const line of lines) parsed(quantity, line.quantity);
  return lines;
}

export function expirySecondsOf(seconds: number): number {
  return parsed(
    z
      .int()
      .min(1, 'A reservation lasts at least a second.')
      .max(LONGEST_RESERVATION_SECONDS, 'A reservation is too long.'),
    seconds,
  );
}

/** The reason that the ledger keeps: what is beyond its length is left out. */
export function reasonOf(reason: string | null | undefined): string | null {
  if (reason == null || reason.trim() === '') return null;
  if (!isStorable(reason)) throw badUserInput('The reason contains characters that cannot be stored.');
  return reason.trim().slice(0, MAX_REASON).toWellFormed();
}

function parsed<T>(rules: z.ZodType<T>, value: unknown): T {
  const result = rules.safeParse(value);
  if (!result.success) throw badUserInput(result.error.issues.map((issue) => issue.message).join(' '));
  return result.data;
}
