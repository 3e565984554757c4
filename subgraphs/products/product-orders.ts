import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/graphql/cursor';
import { isStorable } from '../../platform/validation/validate';
import type { ProductSort } from './generated/resolver-types';

/** A column that a list is ordered by, and how its value travels in a cursor. */
interface OrderKey {
  /** Compared; `p` is the product, `f` what the search found. */
  readonly column: string;
  readonly type: string;
  /** Its text, exact: the cursor brings it back. */
  readonly text: string;
  /** What the text must look like. A cursor's digest is no secret, so it may hold anything. */
  readonly rules: z.ZodType<string>;
}

export interface ProductOrder {
  readonly name: string;
  /** The last one makes every place unique. All in one direction, so that one comparison of rows finds the next page. */
  readonly keys: readonly OrderKey[];
  readonly direction: 'ASC' | 'DESC';
}

const ID: OrderKey = { column: 'p.id', type: 'uuid', text: 'p.id::text', rules: z.uuid() };
const CREATED: OrderKey = {
  column: 'p.created_at',
  type: 'timestamptz',
  text: `to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  rules: z.iso.datetime({ precision: 3 }).startsWith('2'),
};
const NAME: OrderKey = {
  column: 'p.name_key',
  type: 'text',
  text: 'p.name_key',
  rules: z.string().refine(isStorable),
};
const CURRENCY: OrderKey = {
  column: 'p.price_currency',
  type: 'text',
  text: 'p.price_currency',
  rules: z.string().regex(/^[A-Z]{3}$/),
};
const UNITS: OrderKey = {
  column: 'p.price_units',
  type: 'bigint',
  text: 'p.price_units::text',
  rules: z.string().regex(/^\d{1,18}$/),
};
const RELEVANCE: OrderKey = {
  column: 'f.relevance',
  type: 'integer',
  text: 'f.relevance::text',
  rules: z.string().regex(/^\d{1,9}$/),
};

/** Every way to list products. Amounts of different currencies cannot be compared: those of one stand together. */
export const ORDERS: Readonly<Record<ProductSort, ProductOrder>> = {
  NEWEST: { name: 'NEWEST', keys: [CREATED, ID], direction: 'DESC' },
  NAME: { name: 'NAME', keys: [NAME, ID], direction: 'ASC' },
  PRICE_ASC: { name: 'PRICE_ASC', keys: [CURRENCY, UNITS, ID], direction: 'ASC' },
  PRICE_DESC: { name: 'PRICE_DESC', keys: [CURRENCY, UNITS, ID], direction: 'DESC' },
  RELEVANCE: { name: 'RELEVANCE', keys: [RELEVANCE, CREATED, ID], direction: 'DESC' },
};

/** For ORDER BY. */
export function orderBy({ keys, direction }: ProductOrder): string {
  return keys.map(({ column }) => `${column} ${direction}`).join(', ');
}

/** A column `position`: what {@link cursorAt} makes a cursor of. */
export function positionColumn({ keys }: ProductOrder): string {
  return `ARRAY[${keys.map(({ text }) => text).join(', ')}] AS position`;
}

/** A condition for WHERE: the row comes after the position, whose parts are the parameters from `$first` on. */
export function comesAfter({ keys, direction }: ProductOrder, first: number): string {
  const columns = keys.map(({ column }) => column).join(', ');
  const position = keys.map(({ type }, index) => `$${first + index}::${type}`).join(', ');
  return `(${columns}) ${direction === 'ASC' ? '>' : '<'} (${position})`;
}

/** @param list tells apart lists whose positions mean different things. */
export function cursorAt(order: ProductOrder, list: string, position: readonly string[]): string {
  return encodeCursor(kindOf(order, list), position);
}

/** The position in a cursor; throws BAD_USER_INPUT when this list did not give it. */
export function positionOf(order: ProductOrder, list: string, cursor: string): string[] {
  const rules = z
    .array(z.string())
    .length(order.keys.length)
    .refine((parts) => order.keys.every((key, index) => key.rules.safeParse(parts[index]).success));
  return decodeCursor(kindOf(order, list), cursor, rules);
}

function kindOf(order: ProductOrder, list: string): string {
  return `products ${order.name} ${list}`;
}
