import { Combiner, fulfilled } from '../../../platform/async/combiner';
import type { Database } from '../../../platform/database/database';
import { isUnavailable } from '../../../platform/database/database-errors';
import type { Outbox } from '../../../platform/events/outbox';
import { PublicError } from '../../../platform/graphql/errors';
import type { Take, TakeLine, TakeOutcome } from './take';
import { takeCart } from './take-cart';
import { takeTogether } from './take-together';

/** Takers in one transaction, at most. */
const MOST_TOGETHER = 100;

/** An order for one product. */
interface Single {
  readonly take: Take;
  readonly line: TakeLine;
}

/**
 * Through here comes everybody who takes units of stock for an order, to have them at once or to have them reserved.
 *
 * A product's row is written by one transaction at a time, each of which has to reach the disk before the next. So those who
 * come for the same product while one is on its way are combined into the next one, in the order in which they came: each
 * still has its own order, its own line in the ledger and its own answer, which is given when all of it is durable. When it
 * is not certain that all of them can have their units, each of them has its own transaction, again in that order.
 */
export class TakeUnits {
  readonly #combiner = new Combiner<Single, TakeOutcome>({
    most: MOST_TOGETHER,
    together: (_key, singles) => this.#together(singles),
  });

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * All lines or none; `short` names the first line that lacks. Repeated for the same order it answers the state of that
   * order and takes nothing.
   */
  take(take: Take): Promise<TakeOutcome> {
    const [line, ...others] = take.lines;
    if (line === undefined || others.length > 0) return takeCart(this.database, this.outbox, take);
    const key = `${take.cause.tenantId} ${line.productId} ${take.reserveForSeconds}`;
    return this.#combiner.add(key, { take, line });
  }

  async #together(singles: readonly Single[]): Promise<PromiseSettledResult<TakeOutcome>[]> {
    const taken = await this.#allAtOnce(singles);
    if (taken !== null) return fulfilled(taken);
    const results: PromiseSettledResult<TakeOutcome>[] = [];
    for (const { take } of singles) {
      const [result] = await Promise.allSettled([takeCart(this.database, this.outbox, take)]);
      results.push(result);
    }
    return results;
  }

  /** Null when they did not all get their units; then nobody has. */
  async #allAtOnce(singles: readonly Single[]): Promise<TakeOutcome[] | null> {
    try {
      return await takeTogether(this.database, this.outbox, singles);
    } catch (error) {
      // A database that does not answer one transaction will not answer a hundred.
      if (error instanceof PublicError || isUnavailable(error)) throw error;
      return null;
    }
  }
}
