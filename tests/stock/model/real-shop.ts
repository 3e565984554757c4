import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Answer, Shop, Stock } from '../shop';
import type { EndingStep, Step } from './step';

const EXPIRE = `
  UPDATE order_stock SET expires_at = clock_timestamp() - interval '1 second'
   WHERE order_id = $1 AND state = 'RESERVED' RETURNING 1`;
const POLL_MILLIS = 20;

/** The product, to which the steps of the model are done through the public door. */
export class RealShop {
  readonly #orders: string[] = [];
  readonly #run = randomUUID();

  private constructor(
    private readonly shop: Shop,
    private readonly inventory: Client,
    private readonly products: readonly string[],
    private readonly locations: readonly string[],
  ) {}

  /** @param locations the default one and another. */
  static async open(
    shop: Shop,
    inventory: Client,
    locations: readonly string[],
    initial: readonly number[],
  ): Promise<RealShop> {
    const products: string[] = [];
    for (const units of initial) products.push(await shop.product(units));
    return new RealShop(shop, inventory, products, locations);
  }

  figures(): Promise<Stock[]> {
    return Promise.all(this.products.map((productId) => this.shop.stock(productId)));
  }

  /** Does the step, and answers in the word of the model. */
  async apply(step: Step): Promise<string> {
    switch (step.do) {
      case 'sell':
      case 'purchase': {
        const lines = step.lines.map(({ product, quantity }) => ({
          productId: this.products[product],
          quantity,
        }));
        const answer = await this.shop.ask(step.do, { input: { lines, ...this.#key(step.key) } });
        return this.#word(answer, true);
      }
      case 'confirm':
      case 'cancel':
      case 'expire':
        return this.#end(step);
      case 'adjust': {
        const { product, location, delta, key } = step;
        const [productId, locationId] = [this.products[product], this.locations[location]];
        const input = { productId, locationId, delta, reason: 'Counted', ...this.#key(key) };
        return this.#word(await this.shop.ask('adjust', { input }));
      }
      case 'transfer': {
        const { product, from, quantity, key } = step;
        const [fromLocationId, toLocationId] = [this.locations[from], this.locations[1 - from]];
        const input = {
          productId: this.products[product],
          fromLocationId,
          toLocationId,
          quantity,
          ...this.#key(key),
        };
        return this.#word(await this.shop.ask('transfer', { input }));
      }
      case 'archive':
        return this.#word(await this.shop.ask('archive', { id: this.products[step.product] }));
    }
  }

  async #end(step: EndingStep): Promise<string> {
    const order = step.order % Math.max(1, this.#orders.length);
    const id = this.#orders[order];
    if (id === undefined) return 'nothing';
    if (step.do !== 'expire') return this.#word(await this.shop.ask(step.do, { id }));
    const { rowCount } = await this.inventory.query(EXPIRE, [id]);
    if (rowCount === 0) return 'nothing';
    if (step.found === 'by confirming') {
      const { outcome } = await this.shop.ask('confirm', { id });
      if (outcome !== 'InvalidOrderTransition') return `confirmed too late: ${outcome}`;
    }
    for (;;) {
      const { status } = await this.shop.ask('order', { id });
      if (status !== 'PENDING') return `Order ${order} ${status}`;
      await sleep(POLL_MILLIS);
    }
  }

  #key(key: number | null): { idempotencyKey?: string } {
    return key === null ? {} : { idempotencyKey: `${this.#run} ${key}` };
  }

  #word({ outcome, id, status, productId, requested, available }: Answer, named = false): string {
    if (outcome === 'InsufficientStock') {
      const which = named ? `${this.products.indexOf(productId ?? '')} ` : '';
      return `InsufficientStock ${which}${requested} ${available}`;
    }
    if (outcome !== 'Order' || id === undefined) return outcome;
    if (!this.#orders.includes(id)) this.#orders.push(id);
    return `Order ${this.#orders.indexOf(id)} ${status}`;
  }
}
