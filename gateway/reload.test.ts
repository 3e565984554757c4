import { Door, until } from './testing/door';
import { Shop } from './testing/shop';

describe('a new supergraph', () => {
  it('is served from the next request on, while what runs finishes with the one that it began with', async () => {
    const shop = new Shop();
    const door = await Door.open({}, shop);
    const query = '{ product(id: 1) { name } }';
    // Known before, so that both ways of answering have been taken.
    await door.post(query);
    const release = shop.products.hold();
    const running = door.post(query);
    await until(() => shop.products.requests.length === 2, 'the request runs');
    expect(door.gateway.reload(shop.supergraphSdl.replaceAll('warehouse', 'depot'))).toEqual({
      loaded: true,
    });
    const next = door.post('{ __type(name: "Product") { fields { name } } }');
    expect(JSON.stringify((await next).body)).toContain('depot');
    release();
    expect((await running).body).toEqual({ data: { product: { name: 'Product 1' } } });
    await door.close();
  });

  it('that cannot be served changes nothing, and says why', async () => {
    const door = await Door.open();
    const outcome = door.gateway.reload('type Query { nothing: Unknown }');
    expect(outcome).toEqual({ loaded: false, reason: expect.stringMatching(/./) });
    expect((await door.post('{ product(id: 1) { name } }')).body).toEqual({
      data: { product: { name: 'Product 1' } },
    });
    await door.close();
  });
});
