import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConfirmOrderDocument,
  PurchaseDocument,
  SellDocument,
} from '../../../schema/operations/generated/graphql';
import { newProduct, type Api } from '../../support/api';
import { untilAnswered } from './until-answered';

/** Of one unit below ten an alert is raised: with each product, one for LOW and one for OUT. */
const INITIAL_STOCK = 12;
const QUANTITY = 3;
const HOT_STOCK = 100_000;
const RETRY_MILLIS = 50;

/** An order that a client was told of. */
export interface Acknowledged {
  readonly key: string;
  readonly orderId: string;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

/**
 * People who sell and buy as fast as they are answered, and send again, with its key, what was not: every second time the
 * one product that all of them want, else one of their own until it is sold out.
 */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** Requests that ended without an answer; each was sent again. */
  unanswered = 0;
  /** By key. */
  readonly #products = new Map<string, string>();
  readonly #people: Promise<void>[];
  #ending = false;
  #told: (() => void)[] = [];

  private constructor(
    private readonly api: Api,
    private readonly hot: string,
    people: number,
  ) {
    this.#people = Array.from({ length: people }, (_, person) => this.#work(person));
    // Whoever awaits the end sees a failure; until then it must not hide that of the scenario.
    for (const person of this.#people) person.catch(() => undefined);
  }

  static async start(api: Api, people: number): Promise<Load> {
    const { id: hot } = await newProduct(api, { initialStock: HOT_STOCK });
    return new Load(api, hot, people);
  }

  /** Begins nothing new; what was begun is sent until it is answered. */
  async end(): Promise<void> {
    this.#ending = true;
    await Promise.all(this.#people);
  }

  /** Resolves with the first order that is acknowledged after this call. */
  async soldSince(): Promise<Acknowledged> {
    const now = performance.now();
    for (;;) {
      const found = this.acknowledged.find(({ at }) => at >= now);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#told.push(resolve));
    }
  }

  /** Orders that were acknowledged between two instants. */
  soldBetween(from: number, to: number): number {
    return this.acknowledged.filter(({ at }) => at >= from && at < to).length;
  }

  /** Sends every acknowledged request once more; resolves with how many were answered with the same order. */
  async repeatAll(): Promise<number> {
    let same = 0;
    const rest = this.acknowledged.values();
    const one = async (): Promise<void> => {
      for (const { key, orderId } of rest) if ((await this.#sell(key)).orderId === orderId) same += 1;
    };
    await Promise.all(Array.from({ length: 8 }, one));
    return same;
  }

  async #work(person: number): Promise<void> {
    for (let turn = 0; !this.#ending; turn++) {
      const own = turn % 2 === 0 ? undefined : await this.#ownProduct();
      if (turn % 10 === 9 && person % 2 === 0) await this.#buy();
      for (let units = INITIAL_STOCK; units > 0 && !this.#ending; units -= QUANTITY) {
        const key = randomUUID();
        this.#products.set(key, own ?? this.hot);
        const { orderId, refusal } = await this.#persist(() => this.#sell(key));
        if (orderId === undefined) throw new Error(`There are units left, and the sale answered ${refusal}`);
        this.acknowledged.push({ key, orderId, at: performance.now() });
        for (const told of this.#told.splice(0)) told();
      }
    }
  }

  #ownProduct(): Promise<string> {
    return untilAnswered(async () => (await newProduct(this.api, { initialStock: INITIAL_STOCK })).id);
  }

  async #sell(idempotencyKey: string): Promise<{ orderId?: string; refusal?: string }> {
    const productId = this.#products.get(idempotencyKey) ?? this.hot;
    const input = { lines: [{ productId, quantity: QUANTITY }], idempotencyKey };
    const { sell } = await this.api.request(SellDocument, { input });
    if (sell?.__typename === 'Order' && sell.status === 'COMPLETED') return { orderId: sell.id };
    return { refusal: JSON.stringify(sell) };
  }

  /** A purchase, of which every second one is confirmed; the others stay PENDING. */
  async #buy(): Promise<void> {
    const input = { lines: [{ productId: this.hot, quantity: 1 }], idempotencyKey: randomUUID() };
    const { purchase } = await this.#persist(() => this.api.request(PurchaseDocument, { input }));
    if (purchase?.__typename !== 'Order') throw new Error(`The purchase was ${purchase?.__typename}`);
    const { id } = purchase;
    if (this.acknowledged.length % 2 === 0)
      await this.#persist(() => this.api.request(ConfirmOrderDocument, { id }));
  }

  async #persist<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        return await send();
      } catch {
        this.unanswered += 1;
        await sleep(RETRY_MILLIS);
      }
    }
  }
}
