import { Decimal } from 'decimal.js';
import type { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/transaction';

/** What may be spent on models in one day; null is without limit. */
export interface DailyLimits {
  readonly tokens: number | null;
  readonly usd: Decimal | null;
}

export interface Spending {
  readonly tokens: number;
  readonly usd: Decimal;
}

export interface Reservation {
  /** Gives back what was reserved and books what was spent. */
  settle(spent: Spending): Promise<void>;
}

const DAY = `(clock_timestamp() AT TIME ZONE 'UTC')::date`;

const OPEN_DAY = statement(
  'spending-open',
  `INSERT INTO spending (tenant_id, day) VALUES ($1, ${DAY}) ON CONFLICT DO NOTHING`,
);
// As with stock: one conditional statement, so that no race can pass the limit.
const RESERVE = statement(
  'spending-reserve',
  `UPDATE spending SET tokens_reserved = tokens_reserved + $1, usd_reserved = usd_reserved + $2
    WHERE day = ${DAY}
      AND ($3::bigint IS NULL OR tokens_spent + tokens_reserved + $1 <= $3)
      AND ($4::numeric IS NULL OR usd_spent + usd_reserved + $2 <= $4)
   RETURNING day::text`,
);
const SETTLE = statement(
  'spending-settle',
  `UPDATE spending SET tokens_reserved = tokens_reserved - $2, usd_reserved = usd_reserved - $3,
          tokens_spent = tokens_spent + $4, usd_spent = usd_spent + $5
    WHERE day = $1::date`,
);

/** What each business spends on models, by days in UTC. */
export class Budget {
  constructor(private readonly database: Database) {}

  /**
   * Sets aside the most that a call can cost, before it is made; null when that would pass a limit. A process that dies in between
   * leaves it set aside until the day is over: rather too little is spent than too much.
   */
  async reserve(tenantId: string, limits: DailyLimits, most: Spending): Promise<Reservation | null> {
    if (limits.tokens === null && limits.usd === null) return FREE;
    const asked = [most.tokens, most.usd.toFixed(), limits.tokens, limits.usd?.toFixed() ?? null];
    const [row] = await this.database.transaction(tenantId, async (transaction) => {
      const reserved = await transaction.query<{ day: string }>(RESERVE, asked);
      if (reserved.length > 0) return reserved;
      await transaction.query(OPEN_DAY, [tenantId]);
      return transaction.query<{ day: string }>(RESERVE, asked);
    });
    if (row === undefined) return null;
    return {
      settle: (spent) =>
        this.database.transaction(tenantId, async (transaction) => {
          const values = [row.day, most.tokens, most.usd.toFixed(), spent.tokens, spent.usd.toFixed()];
          await transaction.query(SETTLE, values);
        }),
    };
  }
}

/** Where nothing is limited, nothing needs to be counted: the calls themselves are recorded. */
const FREE: Reservation = { settle: () => Promise.resolve() };

export const NOTHING: Spending = { tokens: 0, usd: new Decimal(0) };

/** Milliseconds until there is a new budget. */
export function untilTomorrow(now = Date.now()): number {
  const DAY_MILLIS = 86_400_000;
  return DAY_MILLIS - (now % DAY_MILLIS);
}

/** The tighter of two limits, each of which may be none. */
export function tighter(one: DailyLimits, other: DailyLimits): DailyLimits {
  return {
    tokens:
      one.tokens === null || other.tokens === null
        ? (one.tokens ?? other.tokens)
        : Math.min(one.tokens, other.tokens),
    usd: one.usd === null || other.usd === null ? (one.usd ?? other.usd) : Decimal.min(one.usd, other.usd),
  };
}
