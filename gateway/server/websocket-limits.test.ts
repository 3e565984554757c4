import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Door, until } from '../testing/door';
import { RawClient, type Message } from '../testing/raw-client';

const SELLER = { 'x-api-key': '1:inventory:read' };
const ALERTS = 'subscription { stockAlert { id level } }';
const CHANGES = 'subscription { stockChanged { productId onHand } }';
const LARGE = 'x'.repeat(50_000);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that this process needs for what it can reach; the kernel's buffers are not its own. */
function megabytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

describe('a WebSocket', () => {
  let door: Door;
  afterEach(() => door.close());
  const subscribed = (count: number) =>
    until(() => door.shop.inventory.open.size === count, `${count} streams are open`);
  const emit = (number: number, level = LARGE): void =>
    door.shop.inventory.emit('stockAlert', { id: `a${number}`, level, cursor: `c${number}` });
  const idsOf = (messages: readonly Message[]): unknown[] =>
    messages.map(({ payload }) => (payload as { data: { stockAlert: { id: string } } }).data.stockAlert.id);

  it('is the twentieth of its person at most, server-sent events counted in; then it is closed with 4429', async () => {
    door = await Door.open();
    const events = (key: string, signal?: AbortSignal) =>
      fetch(`${door.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-api-key': key },
        body: JSON.stringify({ query: ALERTS }),
        ...(signal && { signal }),
      });
    const sse = new AbortController();
    await events('1:inventory:read', sse.signal);
    await subscribed(1);
    const clients = await Promise.all(Array.from({ length: 19 }, () => RawClient.open(door, SELLER)));
    const refused = await door.socket();
    refused.send(JSON.stringify({ type: 'connection_init', payload: SELLER }));
    const code = await new Promise((resolve) => refused.once('close', resolve));
    expect(code).toBe(4429);
    expect(await (await events('1:inventory:read')).text()).toContain('"code":"RATE_LIMITED"');
    await RawClient.open(door, { 'x-api-key': '2:inventory:read' });
    sse.abort();
    await subscribed(0);
    await RawClient.open(door, SELLER);
    clients[0]?.socket.close();
    await clients[0]?.closed;
    await RawClient.open(door, SELLER);
  });

  it('is ended when its peer answers no ping, and stays when it does', async () => {
    door = await Door.open({ pingMillis: 240 });
    const [dead, alive] = [await RawClient.open(door, SELLER), await RawClient.open(door, SELLER)];
    for (const client of [dead, alive]) client.subscribe('1', ALERTS);
    await subscribed(1);
    let pings = 0;
    alive.socket.on('ping', () => (pings += 1));
    dead.socket.pause();
    await until(() => pings >= 4, 'four pings have come');
    dead.socket.resume();
    expect(await dead.closed).toBe(1006);
    expect(await alive.alive()).toEqual({ data: { product: { name: 'Product 1' } } });
  });

  it('carries frames of every length, and ids in every script', async () => {
    door = await Door.open();
    const client = await RawClient.open(door, SELLER);
    const ids = ['1', 'ñ–"\\\u0000', '商店🏪'];
    for (const id of ids) client.subscribe(id, ALERTS);
    await subscribed(1);
    await client.alive();
    // The message around the text is 70 to 90 bytes long: lengths on both sides of 126 and of 65,536.
    const lengths = [
      ...Array.from({ length: 70 }, (_, index) => index),
      ...Array.from({ length: 40 }, (_, index) => 65_435 + index),
    ];
    for (const length of lengths) {
      const level = 'é'.repeat(length % 2) + 'x'.repeat(length);
      emit(length, level);
      for (const id of ids)
        expect(await client.next()).toEqual({
          id,
          type: 'next',
          payload: { data: { stockAlert: { id: `a${length}`, level } } },
        });
    }
  });

  it('that is not read costs no more than its bound, and loses nothing in silence', async () => {
    door = await Door.open();
    const paused = await Promise.all(
      Array.from({ length: 5 }, () => RawClient.open(door, { 'x-api-key': '2:inventory:read' })),
    );
    const reading = await RawClient.open(door, SELLER);
    for (const client of [...paused, reading]) {
      client.subscribe('alerts', ALERTS);
      client.subscribe('changes', CHANGES);
      await client.alive();
    }
    for (const { socket } of paused) socket.pause();
    const before = megabytes();
    // 20 MB for each, of which the kernel takes some.
    for (let number = 1; number <= 400; number += 1) {
      const stockAlert = { id: `a${number}`, level: LARGE, cursor: `c${number}` };
      const stockChanged = { productId: `p${number % 3}`, onHand: number };
      for (const stream of door.shop.inventory.open) stream.push({ stockAlert, stockChanged });
      await reading.next(({ id, payload }) => id === 'alerts' && payload !== undefined);
    }
    expect(megabytes() - before).toBeLessThan(8);
    for (const client of paused) {
      client.socket.resume();
      const last = () => client.messages.findLast(({ id }) => id === 'changes')?.payload;
      await until(() => JSON.stringify(last() ?? '').includes('400'), 'the latest change has come');
      const alerts = client.messages.filter(({ id }) => id === 'alerts');
      const end = alerts.pop();
      expect(idsOf(alerts)).toEqual(alerts.map((_, index) => `a${index + 1}`));
      expect(end).toMatchObject({
        type: 'error',
        payload: [{ extensions: { code: 'RESYNC', cursor: `c${alerts.length}` } }],
      });
    }
  });

  it('that is not read is not listened to either, whatever it asks', async () => {
    door = await Door.open();
    const client = await RawClient.open(door, SELLER);
    const other = await RawClient.open(door, SELLER);
    client.socket.pause();
    const before = megabytes();
    for (let ping = 0; ping < 600; ping += 1)
      client.send({ type: 'ping', payload: { ping, filler: 'x'.repeat(50_000) } });
    for (let turn = 0; turn < 20; turn += 1) await other.alive();
    // Of 30 MB the most is still with the client, whose own memory this is.
    const unsent = client.socket.bufferedAmount / 1024 / 1024;
    expect(unsent).toBeGreaterThan(10);
    expect(megabytes() - before - unsent).toBeLessThan(8);
    client.socket.resume();
    await until(() => client.messages.length === 600, 'every ping is answered');
    expect(client.messages.every(({ payload }, index) => 'ping' in (payload ?? {}) && index >= 0)).toBe(true);
  });
});
