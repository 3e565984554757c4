import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../platform/database/database';
import { inventoryFixture, type InventoryFixture } from './inventory.fixture';
import { ENTITIES } from './inventory.subgraph';
import { sweepRefusedOrders } from './sweep-refused-orders';

let inventory: InventoryFixture;
let database: Database;
beforeAll(async () => {
  inventory = await inventoryFixture();
  database = await Database.connect({ name: 'inventory', url: inventory.serviceUrl, entities: ENTITIES });
});
afterAll(async () => {
  await database.close();
  await inventory.stop();
});

/** As if it had happened so many hours earlier. */
const hoursPass = (hours: number): Promise<unknown[]> =>
  inventory.sql(
    'UPDATE order_stock SET refused_in_advance_at = refused_in_advance_at - make_interval(hours => $1)',
    [hours],
  );
const known = async (): Promise<unknown[]> =>
  (await inventory.sql<{ order_id: string }>('SELECT order_id FROM order_stock ORDER BY order_id')).map(
    ({ order_id }) => order_id,
  );

it('forgets after a day what was refused in advance, and nothing that ever held units', async () => {
  const shop = inventory.business();
  const productId = await shop.open(20);
  const [released, confirmed, taken, givenBack] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await shop.release(released);
  await shop.confirm(confirmed);
  await shop.take(taken, { productId, quantity: 1 });
  await shop.take(givenBack, { productId, quantity: 1 });
  await shop.release(givenBack);
  await hoursPass(23);
  expect(await sweepRefusedOrders(database)).toBe(0);
  expect(await shop.take(released, { productId, quantity: 1 })).toMatchObject({ state: 'RELEASED' });
  await hoursPass(2);
  expect(await sweepRefusedOrders(database)).toBe(2);
  expect(await known()).toEqual([taken, givenBack]);
});
