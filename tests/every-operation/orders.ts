import { newPerson, newProduct } from '../support/api';
import { RecordingApi, SELL, type AskedSystem } from './asked-system';

const PURCHASE =
  'mutation ($input: PurchaseInput!) { purchase(input: $input) { __typename ... on Order { id number status expiresAt } ... on InsufficientStock { requested available } ... on IdempotencyConflict { idempotencyKey } } }';
const CONFIRM =
  'mutation ($id: ID!) { confirmOrder(id: $id) { __typename ... on Order { status number } ... on InvalidOrderTransition { from to } ... on OrderNotFound { orderId } } }';
const CANCEL =
  'mutation ($id: ID!, $reason: String) { cancelOrder(id: $id, reason: $reason) { __typename ... on Order { status cancelReason } ... on InvalidOrderTransition { from to order { id } } ... on OrderNotFound { orderId } } }';

/** Sales and purchases. */
export function orders(system: () => AskedSystem): void {
  it('orders: sell, purchase, confirm, cancel, list; a buyer sees only their own', async () => {
    const { ask, owner } = system();
    const { id } = await newProduct(owner, {
      name: 'Saw',
      initialStock: 20,
      price: { amount: '19.99', currency: 'USD' },
    });
    const lines = [{ productId: id, quantity: 3 }];
    const sold = await ask(SELL, { input: { lines, idempotencyKey: 'sale-1' } });
    expect(sold).toMatchObject({
      __typename: 'Order',
      kind: 'SALE',
      status: 'COMPLETED',
      total: { amount: '59.97', currency: 'USD' },
      lines: [{ name: 'Saw', quantity: 3, unitPrice: { amount: '19.99' }, total: { amount: '59.97' } }],
    });
    expect((await ask(SELL, { input: { lines, idempotencyKey: 'sale-1' } }))['id']).toBe(sold['id']);
    expect(
      (await ask(SELL, { input: { lines: [{ productId: id, quantity: 4 }], idempotencyKey: 'sale-1' } }))
        .__typename,
    ).toBe('IdempotencyConflict');
    expect(await ask(SELL, { input: { lines: [{ productId: id, quantity: 18 }] } })).toEqual({
      __typename: 'InsufficientStock',
      requested: 18,
      available: 17,
      product: { name: 'Saw' },
    });

    const person = await newPerson(owner, 'BUYER');
    const buyer = new RecordingApi(person.url, person.headers);
    const bought = await ask(PURCHASE, { input: { lines } }, buyer);
    expect(bought).toMatchObject({ __typename: 'Order', status: 'PENDING', number: null });
    expect(
      await ask('query ($id: ID!) { product(id: $id) { __typename stock { onHand reserved available } } }', {
        id,
      }),
    ).toMatchObject({ stock: { onHand: 17, reserved: 3, available: 14 } });
    expect(await ask(CONFIRM, { id: bought['id'] }, buyer)).toMatchObject({
      __typename: 'Order',
      status: 'COMPLETED',
    });
    expect((await ask(CANCEL, { id: bought['id'] })).__typename).toBe('InvalidOrderTransition');
    const second = await ask(PURCHASE, { input: { lines } }, buyer);
    expect(await ask(CANCEL, { id: second['id'], reason: 'Changed my mind' }, buyer)).toEqual({
      __typename: 'Order',
      status: 'CANCELLED',
      cancelReason: 'Changed my mind',
    });
    expect((await ask(CONFIRM, { id: second['id'] })).__typename).toBe('InvalidOrderTransition');
    expect(await ask(CONFIRM, { id: sold['id'] }, buyer)).toEqual({
      __typename: 'OrderNotFound',
      orderId: sold['id'],
    });
    expect(
      (await ask('query { orders { __typename totalCount nodes { id } } }', {}, buyer))['totalCount'],
    ).toBe(2);
    const all = await ask(
      '{ orders(status: COMPLETED, kind: SALE) { __typename nodes { id number createdBy { name } } } }',
    );
    expect(all['nodes']).toContainEqual({
      id: sold['id'],
      number: sold['number'],
      createdBy: { name: 'Owner' },
    });
    expect(
      await ask('query ($id: ID!) { order(id: $id) { __typename status } }', { id: sold['id'] }),
    ).toEqual({ __typename: 'Order', status: 'COMPLETED' });
    const forbidden = await buyer.send(
      'query ($id: ID!) { product(id: $id) { name availability stock { onHand } } }',
      { id },
    );
    expect(forbidden.data).toEqual({ product: { name: 'Saw', availability: 'OK', stock: null } });
    expect(forbidden.errors.map(({ path: at, extensions }) => [at?.join('.'), extensions['code']])).toEqual([
      ['product.stock', 'FORBIDDEN'],
    ]);
  });

  it('what was sold, by day', async () => {
    const { ask } = system();
    const SUMMARY = `query ($from: DateTime!, $to: DateTime!) {
      salesSummary(from: $from, to: $to) { day orders units total { amount } } }`;
    const span = { from: '2001-01-01T00:00:00Z', to: '2001-01-02T00:00:00Z' };
    expect((await ask(SUMMARY, span)) as unknown).toEqual([]);
  });
}
