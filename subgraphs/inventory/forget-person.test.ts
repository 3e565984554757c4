import { randomUUID } from 'node:crypto';
import { eventsOf, findContradictions } from './checks.fixture';
import { until } from '../../tests/support/until';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';

let inventory: InventoryFixture;
beforeAll(async () => {
  inventory = await inventoryFixture();
});
afterAll(() => inventory?.stop());

async function erase(tenantId: string, userId: string): Promise<void> {
  await inventory.bus.publish([
    {
      id: randomUUID(),
      type: 'auth.person-erased',
      version: 1,
      tenantId,
      aggregateId: userId,
      occurredAt: new Date().toISOString(),
      traceId: 'a'.repeat(32),
      payload: { userId },
    },
  ]);
}

it('forgets who moved and saw what, in their business alone, and no figure', async () => {
  const [shop, other] = [inventory.business(), inventory.business()];
  const { tenantId, userId } = shop.identity;
  const productIds: string[] = [];
  for (let n = 0; n < 3; n++) productIds.push(await shop.open(20));
  const [productId = ''] = productIds;
  await shop.adjust({ productId, delta: -15, reason: 'Broken' });
  const [alert] = await shop.alerts();
  await shop.ask('mutation ($id: ID!) { acknowledgeStockAlert(id: $id) { __typename } }', { id: alert?.id });
  const seen = await shop.alerts();
  expect(seen[0]).toMatchObject({ status: 'ACKNOWLEDGED', acknowledgedBy: { id: userId } });
  const ledger = await shop.ledger(productId);

  await other.open(20);
  await erase(other.identity.tenantId, userId);
  await erase(tenantId, userId);
  await until(async () => (await shop.alerts())[0]?.acknowledgedBy === null);

  expect(await shop.alerts()).toEqual([{ ...seen[0], acknowledgedBy: null }]);
  expect(await shop.ledger(productId)).toEqual(ledger.map((line) => ({ ...line, actor: null })));
  const rows = await inventory.sql('SELECT product_id FROM stock_movement WHERE actor_id = $1', [userId]);
  expect(rows).toEqual([]);
  expect(await findContradictions(inventory)).toEqual([]);
});

it('tells the audit log of a location and of an alert that was seen, once', async () => {
  const shop = inventory.business();
  const audited = eventsOf(inventory, 'inventory.audited');
  const locationId = await shop.createLocation('Attic');
  const productId = await shop.open(5);
  const [alert] = await shop.alerts();
  for (let time = 0; time < 2; time++) {
    await shop.ask('mutation ($id: ID!) { acknowledgeStockAlert(id: $id) { __typename } }', {
      id: alert?.id,
    });
  }
  await shop.adjust({ productId, delta: 1, reason: 'Found' });
  await until(() => audited.some(({ payload }) => Object(payload).action === 'stock.adjusted'));
  const mine = audited.filter(({ tenantId }) => tenantId === shop.identity.tenantId);
  const actorId = shop.identity.userId;
  expect(mine.map(({ payload }) => payload)).toMatchObject([
    {
      action: 'location.created',
      subjectType: 'Location',
      subjectId: locationId,
      actorId,
      details: { name: 'Attic' },
    },
    { action: 'stock-alert.acknowledged', subjectType: 'StockAlert', subjectId: alert?.id, actorId },
    { action: 'stock.adjusted' },
  ]);
});
