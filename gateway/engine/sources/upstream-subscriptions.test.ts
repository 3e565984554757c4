import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { Door, until } from '../../testing/door';
import { httpSource } from '../../testing/distributed';
import { RawClient } from '../../testing/raw-client';
import { Shop } from '../../testing/shop';

const SELLER = { 'x-api-key': '1:inventory:read' };
const ALERTS = 'subscription { stockAlert { id } }';

/** What the subgraph does once it was sent the operation with this id. */
type Misbehaviour = (socket: WebSocket, id: string) => void;

const next = (id: string, payload: unknown): string => JSON.stringify({ id, type: 'next', payload });

describe('a subgraph whose stream', () => {
  let misbehave: Misbehaviour;
  let server: WebSocketServer;
  let door: Door;
  beforeAll(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    server.on('connection', (socket) => {
      socket.on('error', () => undefined);
      socket.on('message', (data: Buffer) => {
        const message = JSON.parse(data.toString()) as { type: string; id: string };
        if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}');
        if (message.type === 'subscribe') misbehave(socket, message.id);
      });
    });
    const shop = new Shop();
    const { port } = server.address() as AddressInfo;
    const inventory = httpSource('inventory', port);
    door = await Door.open(
      { sources: (address) => (address.name === 'inventory' ? inventory : shop.sources(address)) },
      shop,
    );
  });
  afterAll(async () => {
    await door.close();
    server.close();
  });

  const cases: [string, Misbehaviour][] = [
    ['is reset', (socket) => socket.terminate()],
    ['is closed', (socket) => socket.close(1011, 'db.internal is down')],
    ['is no JSON', (socket) => socket.send('<h1>Bad gateway</h1>')],
    ['is another protocol', (socket) => socket.send('{"type":"data","id":"1"}')],
    ['carries a result of another shape', (socket, id) => socket.send(next(id, { data: [1, 2] }))],
    ['carries a result that is nothing', (socket, id) => socket.send(next(id, {}))],
    [
      'carries two megabytes',
      (socket, id) => socket.send(next(id, { data: { stockAlert: 'x'.repeat(2 ** 21) } })),
    ],
    [
      'is reset after an event',
      (socket, id) => {
        socket.send(next(id, { data: { stockAlert: { id: 'a1' } } }), () => socket.terminate());
      },
    ],
  ];
  it.each(cases)(
    '%s ends that subscription with one error, and the socket of the client lives on',
    async (_what, act) => {
      misbehave = act;
      const client = await RawClient.open(door, SELLER);
      client.subscribe('1', ALERTS);
      const ended = await client.next(({ type }) => type === 'error');
      expect(ended).toEqual({
        id: '1',
        type: 'error',
        payload: [
          {
            message: 'The inventory service cannot be reached at the moment. Try again shortly.',
            extensions: { code: 'SERVICE_UNAVAILABLE', traceId: expect.any(String) },
          },
        ],
      });
      expect(await client.alive()).toEqual({ data: { product: { name: 'Product 1' } } });
      expect(client.messages).toEqual([]);
      client.socket.close();
      await client.closed;
    },
  );

  it('completes completes the subscription, after what came before', async () => {
    misbehave = (socket, id) => {
      socket.send(next(id, { data: { stockAlert: { id: 'a1' } } }));
      socket.send(JSON.stringify({ id, type: 'complete' }));
    };
    const client = await RawClient.open(door, SELLER);
    client.subscribe('1', ALERTS);
    expect(await client.next()).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { stockAlert: { id: 'a1' } } },
    });
    expect(await client.next()).toEqual({ id: '1', type: 'complete' });
    await until(() => server.clients.size <= 1, 'nothing is left behind');
    client.socket.close();
  });
});
