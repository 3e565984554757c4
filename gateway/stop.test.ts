import { ListenError } from '../platform/http/listen';
import { Door, until } from './testing/door';

describe('starting and stopping', () => {
  it('names the port and its variable when the port is taken', async () => {
    const door = await Door.open();
    const port = Number(new URL(door.url).port);
    await expect(Door.open({ port })).rejects.toEqual(
      new ListenError(`Port ${port} on 127.0.0.1 is already in use. Set PORT to a free one.`),
    );
    await door.close();
  });

  it('refuses a supergraph that it cannot serve', async () => {
    await expect(Door.open({ supergraphSdl: 'type Query { a: Int }' })).rejects.toThrow('supergraph');
  });

  it('finishes what runs and takes nothing new', async () => {
    const door = await Door.open();
    const release = door.shop.products.hold();
    const running = door.post('{ product(id: 1) { name } }');
    await until(() => door.shop.products.requests.length === 1, 'the request runs');
    const stopped = door.gateway.stop();
    await expect(door.post('{ __typename }')).rejects.toThrow('fetch failed');
    release();
    expect((await running).body).toEqual({ data: { product: { name: 'Product 1' } } });
    await stopped;
    await door.close();
  });
});
