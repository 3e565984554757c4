import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import type { Business } from './business.fixture';
import { findContradictions } from './checks.fixture';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';
import { ModelInventory, type Line, type Step } from './model.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());

const PRODUCTS = 3;
const product = fc.nat(PRODUCTS - 1);
const order = fc.nat(9);
const location = fc.nat(1);
const lines = fc.array(fc.record({ product, quantity: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 4,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constantFrom('take' as const, 'reserve' as const), order, lines }),
    weight: 6,
  },
  {
    arbitrary: fc.record({
      do: fc.constantFrom('confirm' as const, 'release' as const, 'expire' as const),
      order,
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      product,
      location,
      delta: fc.integer({ min: -8, max: 12 }).filter((delta) => delta !== 0),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      product,
      from: location,
      quantity: fc.integer({ min: 1, max: 8 }),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ do: fc.constant('threshold' as const), product, threshold: fc.nat(14) }),
    weight: 1,
  },
);
const initial = fc.array(fc.nat(30), { minLength: PRODUCTS, maxLength: PRODUCTS });

/** A business with three products and two locations, to which the steps of the model are done. */
class RealInventory {
  readonly #orders = Array.from({ length: 10 }, () => uuidv7());

  private constructor(
    readonly shop: Business,
    readonly products: readonly string[],
    private readonly locations: readonly string[],
  ) {}

  static async open(initialUnits: readonly number[]): Promise<RealInventory> {
    const shop = inventory.business();
    const products: string[] = [];
    for (const units of initialUnits) products.push(await shop.open(units));
    await shop.createLocation('Attic');
    const locations = (await shop.locations()).map(({ id }) => id);
    return new RealInventory(shop, products, locations);
  }

  productId(index: number): string {
    return this.products[index] ?? '';
  }

  /** Does the step, and answers in the word of the model. */
  async apply(step: Step): Promise<string> {
    switch (step.do) {
      case 'take':
        return this.#word(await this.shop.take(this.#orderId(step.order), ...this.#lines(step.lines)), true);
      case 'reserve':
        return this.#word(
          await this.shop.reserve(this.#orderId(step.order), 900, ...this.#lines(step.lines)),
          true,
        );
      case 'confirm':
        return this.#word(await this.shop.confirm(this.#orderId(step.order)));
      case 'release':
        return this.#word(await this.shop.release(this.#orderId(step.order)));
      case 'expire':
        return this.#expire(this.#orderId(step.order));
      case 'adjust': {
        const { delta } = step;
        const input = {
          productId: this.productId(step.product),
          locationId: this.locations[step.location],
          delta,
        };
        return this.#word(await this.shop.adjust(input));
      }
      case 'transfer': {
        const [fromLocationId, toLocationId] = [this.locations[step.from], this.locations[1 - step.from]];
        const input = {
          productId: this.productId(step.product),
          fromLocationId,
          toLocationId,
          quantity: step.quantity,
        };
        return this.#word(await this.shop.transfer(input));
      }
      case 'threshold':
        return this.#word(await this.shop.setThreshold(this.productId(step.product), step.threshold));
    }
  }

  /** Its time passes; the next who looks ends it. */
  async #expire(orderId: string): Promise<string> {
    const rows = await inventory.sql(
      `UPDATE order_stock SET expires_at = clock_timestamp() - interval '1 second'
        WHERE order_id = $1 AND state = 'RESERVED' RETURNING 1`,
      [orderId],
    );
    return rows.length === 0 ? 'nothing' : this.#word(await this.shop.confirm(orderId));
  }

  #orderId(index: number): string {
    return this.#orders[index] ?? '';
  }

  #lines(lines: readonly Line[]): { productId: string; quantity: number }[] {
    return lines.map((line) => ({ productId: this.productId(line.product), quantity: line.quantity }));
  }

  #word(
    outcome: {
      __typename?: string;
      state?: string;
      requested?: number;
      available?: number;
      productId?: string;
    },
    named = false,
  ): string {
    if (outcome.state !== undefined) return outcome.state;
    if (outcome.__typename !== 'InsufficientStock') return outcome.__typename ?? '';
    const { requested = 0, available = 0 } = outcome;
    const which = named ? `${this.products.indexOf(outcome.productId ?? '')} ` : '';
    return `InsufficientStock ${which}${requested} ${available}`;
  }
}

it('does what the model does, step by step', async () => {
  await fc.assert(
    fc.asyncProperty(initial, fc.array(step, { maxLength: 40, size: 'max' }), async (units, steps) => {
      const model = new ModelInventory(units, 2);
      const real = await RealInventory.open(units);
      for (const each of steps) expect([each, await real.apply(each)]).toEqual([each, model.apply(each)]);
      const alerts = await real.shop.alerts();
      for (const [index, productId] of real.products.entries()) {
        const { threshold, level, alerts: raised, open, boxes } = model.product(index);
        const stock = await real.shop.stock(productId);
        expect(stock).toMatchObject({ ...model.figures(index), level, lowStockThreshold: threshold });
        for (const [place, box] of boxes.entries()) {
          const name = place === 0 ? 'Main' : 'Attic';
          const units = stock.locations.find((at) => at.location.name === name);
          expect({ onHand: units?.onHand ?? 0, reserved: units?.reserved ?? 0 }).toEqual(box);
        }
        const own = alerts.filter((alert) => alert.productId === productId);
        expect(own.map((alert) => alert.level)).toEqual(raised);
        expect(own.map((alert) => alert.status)).toEqual(
          raised.map((_, n) => (open && n === raised.length - 1 ? 'OPEN' : 'RESOLVED')),
        );
      }
      expect(await findContradictions(inventory)).toEqual([]);
    }),
    { numRuns: 25, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);

it('adds up whatever is done at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(
      initial,
      fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }),
      async (units, steps) => {
        const real = await RealInventory.open(units);
        await Promise.all(steps.map((each) => real.apply(each)));
        expect(await findContradictions(inventory)).toEqual([]);
        const alerts = await real.shop.alerts();
        for (const productId of real.products) {
          const { level } = await real.shop.stock(productId);
          const unresolved = alerts.filter(
            (alert) => alert.productId === productId && alert.status !== 'RESOLVED',
          );
          // On the way back from OUT to LOW, the alert of the worse level stays.
          if (level === 'OK') expect(unresolved).toEqual([]);
          else expect(unresolved).toHaveLength(1);
          if (level === 'OUT') expect(unresolved[0]?.level).toBe('OUT');
        }
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);
