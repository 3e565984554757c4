import { newProduct } from '../support/api';
import { type AskedSystem } from './asked-system';

/** Every subscription. */
export function subscriptions(system: () => AskedSystem): void {
  it('subscriptions: stock, alerts, orders and enrichment arrive live', async () => {
    const { owner } = system();
    const { id } = await newProduct(owner, { name: 'Live', initialStock: 11 });
    const streams = {
      stockAlert: owner.subscribe<Record<string, unknown>>(
        'subscription { stockAlert { level product { name } } }',
      ),
      stockChanged: owner.subscribe<Record<string, unknown>>(
        'subscription ($ids: [ID!]) { stockChanged(productIds: $ids) { available product { name } } }',
        { ids: [id] },
      ),
      orderChanged: owner.subscribe<Record<string, unknown>>(
        'subscription { orderChanged { status lines { product { name } } } }',
      ),
      enrichmentUpdated: owner.subscribe<Record<string, unknown>>(
        'subscription { enrichmentUpdated { status product { name } } }',
      ),
    };
    const seen: Record<string, unknown[]> = {};
    for (const [field, stream] of Object.entries(streams)) {
      const events: unknown[] = (seen[field] = []);
      void (async () => {
        for await (const { data } of stream) events.push(data?.[field]);
      })();
    }
    // Until each has been seen once: a subscription counts from when the server has taken it.
    const deadline = Date.now() + 15_000;
    while (Object.values(seen).some((events) => events.length === 0)) {
      if (Date.now() > deadline)
        throw new Error(JSON.stringify(Object.entries(seen).map(([field, { length }]) => [field, length])));
      await owner.send(
        'mutation ($id: ID!) { adjustStock(input: { productId: $id, delta: 2, reason: "more" }) { __typename } }',
        { id },
      );
      await owner.send(
        'mutation ($id: ID!) { sell(input: { lines: [{ productId: $id, quantity: 4 }] }) { __typename } }',
        { id },
      );
      await owner.send('mutation ($id: ID!) { enrichProduct(productId: $id) { __typename } }', { id });
      await owner.send(
        'mutation ($id: ID!) { adjustStock(input: { productId: $id, delta: 2, reason: "more" }) { __typename } }',
        { id },
      );
    }
    for (const events of Object.values(seen)) expect(JSON.stringify(events[0])).toContain('"Live"');
  }, 30_000);
}
