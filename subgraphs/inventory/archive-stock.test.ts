import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Business } from './business.fixture';
import { eventsOf, findContradictions } from './checks.fixture';
import { until } from '../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory.stop());
afterEach(async () => expect(await findContradictions(inventory)).toEqual([]));

const LOW = '{ lowStock { id } }';

/** What products tells when it archives one; resolves when it was handled. */
async function archive(shop: Business, productId: string, id: string = uuidv7()): Promise<void> {
  const { tenantId } = shop.identity;
  await inventory.bus.publish([
    {
      id,
      type: 'products.archived',
      version: 1,
      tenantId,
      aggregateId: productId,
      occurredAt: new Date().toISOString(),
      traceId: randomUUID().replaceAll('-', ''),
      payload: { productId },
    },
  ]);
  await until(async () => (await inventory.sql('SELECT FROM inbox WHERE event_id = $1', [id])).length === 1);
}

const statuses = async (shop: Business): Promise<string[][]> =>
  (await shop.alerts()).map(({ level, status }) => [level, status]);

it('resolves the alert of a product that is archived, and lists it among the low ones no longer', async () => {
  const shop = inventory.business();
  const [scarce, other] = [await shop.open(5), await shop.open(6)];
  expect(await shop.ask(LOW)).toEqual([{ id: scarce }, { id: other }]);
  await archive(shop, scarce);
  expect(await statuses(shop)).toEqual([
    ['LOW', 'RESOLVED'],
    ['LOW', 'OPEN'],
  ]);
  expect(await shop.ask(LOW)).toEqual([{ id: other }]);
  expect(await shop.stock(scarce)).toMatchObject({ onHand: 5, level: 'LOW' });
});

it('raises no alert for it whatever becomes of its units', async () => {
  const shop = inventory.business();
  const productId = await shop.open(40);
  const [sold, reserved] = [uuidv7(), uuidv7()];
  await shop.take(sold, { productId, quantity: 1 });
  await shop.reserve(reserved, 900, { productId, quantity: 20 });
  await archive(shop, productId);
  await shop.take(uuidv7(), { productId, quantity: 14 });
  await shop.take(uuidv7(), { productId, quantity: 2 }, { productId: await shop.open(20), quantity: 1 });
  await shop.confirm(reserved);
  await shop.adjust({ productId, delta: -3 });
  await shop.setThreshold(productId, 50);
  await shop.release(sold);
  expect(await shop.stock(productId)).toMatchObject({ onHand: 1, level: 'LOW' });
  expect(await shop.alerts()).toEqual([]);
});

it('archives once, however often it is told', async () => {
  const shop = inventory.business();
  const productId = await shop.open(5);
  const changes = eventsOf(inventory, 'inventory.stock-changed');
  await archive(shop, productId);
  await archive(shop, productId);
  await shop.adjust({ productId, delta: 1 });
  await until(() => changes.some(({ payload }) => Reflect.get(Object(payload), 'onHand') === 6));
  const ofProduct = changes.filter(({ aggregateId }) => aggregateId === productId);
  expect(ofProduct.map(({ payload }) => payload)).toMatchObject([
    ...(ofProduct.length === 3 ? [{ onHand: 5, archived: false }] : []),
    { onHand: 5, archived: true },
    { onHand: 6, archived: true },
  ]);
  expect(await statuses(shop)).toEqual([['LOW', 'RESOLVED']]);
});

it('takes the news of a product that it does not know for what it is', async () => {
  const shop = inventory.business();
  await archive(shop, uuidv7());
  expect(await inventory.sql('SELECT FROM dead_letter')).toEqual([]);
});
