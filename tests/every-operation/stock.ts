import { newProduct } from '../support/api';
import { SELL, someId, type AskedSystem } from './asked-system';

/** Units of stock, where they are, and alerts. */
export function stock(system: () => AskedSystem): void {
  it('stock: locations, adjust, transfer, threshold, movements, low stock, alerts', async () => {
    const { ask, owner } = system();
    const { id } = await newProduct(owner, { name: 'Hammer', initialStock: 30 });
    const back = await ask('mutation { createLocation(name: "Back room") { __typename id isDefault } }');
    expect(back).toMatchObject({ __typename: 'Location', isDefault: false });
    const locations = (await ask('{ locations { __typename id name isDefault } }')) as unknown as {
      id: string;
      isDefault: boolean;
    }[];
    const main = locations.find(({ isDefault }) => isDefault)?.id;
    const ADJUST =
      'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { __typename ... on Product { stock { onHand } } ... on InsufficientStock { requested available } ... on IdempotencyConflict { idempotencyKey } } }';
    expect(
      await ask(ADJUST, { input: { productId: id, delta: -5, reason: 'Broken', idempotencyKey: 'a' } }),
    ).toEqual({ __typename: 'Product', stock: { onHand: 25 } });
    expect(
      await ask(ADJUST, { input: { productId: id, delta: -5, reason: 'Broken', idempotencyKey: 'a' } }),
    ).toEqual({ __typename: 'Product', stock: { onHand: 25 } });
    expect(
      await ask(ADJUST, { input: { productId: id, delta: -6, reason: 'Broken', idempotencyKey: 'a' } }),
    ).toEqual({ __typename: 'IdempotencyConflict', idempotencyKey: 'a' });
    const TRANSFER =
      'mutation ($input: TransferStockInput!) { transferStock(input: $input) { __typename ... on Product { stock { onHand locations { location { name } onHand } } } ... on InsufficientStock { requested available } ... on LocationNotFound { locationId } ... on ValidationError { fields { path } } } }';
    expect(
      await ask(TRANSFER, {
        input: { productId: id, fromLocationId: main, toLocationId: back['id'], quantity: 10 },
      }),
    ).toEqual({
      __typename: 'Product',
      stock: {
        onHand: 25,
        locations: [
          { location: { name: 'Main' }, onHand: 15 },
          { location: { name: 'Back room' }, onHand: 10 },
        ],
      },
    });
    expect(
      await ask(TRANSFER, {
        input: { productId: id, fromLocationId: main, toLocationId: back['id'], quantity: 16 },
      }),
    ).toMatchObject({ __typename: 'InsufficientStock', requested: 16, available: 15 });
    expect(
      await ask(TRANSFER, {
        input: { productId: id, fromLocationId: main, toLocationId: someId, quantity: 1 },
      }),
    ).toEqual({ __typename: 'LocationNotFound', locationId: someId });
    expect(
      await ask(SELL, { input: { lines: [{ productId: id, quantity: 18 }], customerName: 'Counter' } }),
    ).toMatchObject({ __typename: 'Order', status: 'COMPLETED' });
    const { stock } = (await ask(
      'query ($id: ID!) { product(id: $id) { __typename stock { onHand movements { nodes { kind quantity onHandAfter reason location { name } order { number } actor { role } } } } } }',
      { id },
    )) as unknown as {
      stock: { onHand: number; movements: { nodes: { kind: string; quantity: number }[] } };
    };
    expect(stock.onHand).toBe(7);
    expect(stock.movements.nodes.map(({ kind, quantity }) => `${kind} ${quantity}`).sort()).toEqual([
      'ADJUSTMENT -5',
      'INITIAL 30',
      'SALE -15',
      'SALE -3',
      'TRANSFER_IN 10',
      'TRANSFER_OUT -10',
    ]);
    const THRESHOLD =
      'mutation ($id: ID!, $threshold: Int!) { setLowStockThreshold(productId: $id, threshold: $threshold) { __typename ... on Product { stock { level lowStockThreshold } } ... on ValidationError { fields { path } } } }';
    expect(await ask(THRESHOLD, { id, threshold: 5 })).toEqual({
      __typename: 'Product',
      stock: { level: 'OK', lowStockThreshold: 5 },
    });
    expect(await ask(THRESHOLD, { id, threshold: 8 })).toEqual({
      __typename: 'Product',
      stock: { level: 'LOW', lowStockThreshold: 8 },
    });
    expect((await ask(THRESHOLD, { id, threshold: -1 })).__typename).toBe('ValidationError');
    expect((await ask('{ lowStock { __typename id name stock { available } } }')) as unknown).toContainEqual({
      __typename: 'Product',
      id,
      name: 'Hammer',
      stock: { available: 7 },
    });
    const { nodes } = (await ask(
      'query ($id: ID) { stockAlerts(productId: $id, status: OPEN) { __typename nodes { id cursor } } }',
      { id },
    )) as unknown as { nodes: { id: string }[] };
    expect(nodes).toHaveLength(1);
    const ACKNOWLEDGE =
      'mutation ($id: ID!) { acknowledgeStockAlert(id: $id) { __typename ... on StockAlert { status acknowledgedBy { name } } ... on StockAlertNotFound { alertId } } }';
    expect(await ask(ACKNOWLEDGE, { id: nodes[0]?.id })).toEqual({
      __typename: 'StockAlert',
      status: 'ACKNOWLEDGED',
      acknowledgedBy: { name: 'Owner' },
    });
    expect(await ask(ACKNOWLEDGE, { id: someId })).toEqual({
      __typename: 'StockAlertNotFound',
      alertId: someId,
    });
  });
}
