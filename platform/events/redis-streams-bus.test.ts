import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import pino from 'pino';
import {
  describeWithOwnRedis,
  describeWithRedis,
  startOwnTestRedis,
  startTestRedis,
  type OwnTestRedis,
  type TestRedis,
} from '../../tests/support/test-redis';
import { Arrivals, context, envelope, eventDatabase, nameOf, newEvent, silent } from './events.fixture';
import { busContract } from './bus-contract.fixture';
import { BusUnreachable, type EventEnvelope } from './event';
import { Outbox } from './outbox';
import { RedisStreamsBus, type RedisStreamsBusOptions } from './redis-streams-bus';
import { Relay } from './relay';

describeWithRedis('The bus on Redis Streams', () => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startTestRedis();
  });
  afterAll(() => server.stop());

  busContract(() => {
    const prefix = `{${randomUUID()}}`;
    return { connect: () => new RedisStreamsBus({ url: server.url, log: silent, prefix, leaseMillis: 300 }) };
  });
});

describeWithOwnRedis('The bus on a Redis that fails', () => {
  let server: OwnTestRedis;
  const buses: RedisStreamsBus[] = [];
  beforeEach(async () => {
    server = await startOwnTestRedis();
  });
  afterEach(async () => {
    server.resume();
    await Promise.all(buses.splice(0).map((bus) => bus.close()));
    await server.stop();
  });

  function connect(options: Partial<RedisStreamsBusOptions> = {}): RedisStreamsBus {
    const bus = new RedisStreamsBus({ url: server.url, log: silent, leaseMillis: 500, ...options });
    buses.push(bus);
    return bus;
  }

  async function healthy(bus: RedisStreamsBus): Promise<void> {
    while (!(await bus.healthy())) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  it('says once that Redis is gone and once that it is back, however often it is tried', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const bus = connect({ log });
    const subscription = bus.consume('readers', ['products', 'orders'], async () => undefined);
    await subscription.ready;
    await server.kill();
    for (let attempt = 0; attempt < 40; attempt++) {
      await expect(bus.publish([envelope('A', 1)])).rejects.toThrow(BusUnreachable);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await server.restart();
    await healthy(bus);
    await bus.publish([envelope('A', 1)]);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'Redis cannot be reached: events wait in the outboxes until it is back',
      'Redis is reached again',
    ]);
  });

  async function withRedis<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(server.url);
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  }

  it('rejects at once while Redis is down, and works again when it is back', async () => {
    const bus = connect();
    const done = new Arrivals<string>();
    bus.consume('inventory', ['products'], async (event) => done.add(nameOf(event)));
    await healthy(bus);
    await bus.publish([envelope('a', 1)]);
    await done.reach(1);
    await server.kill();
    const before = Date.now();
    await expect(bus.publish([envelope('a', 2)])).rejects.toThrow();
    expect(Date.now() - before).toBeLessThan(400);
    await server.restart();
    await healthy(bus);
    await bus.publish([envelope('a', 3)]);
    expect(await done.reach(2)).toEqual(['a:1', 'a:3']);
  });

  it('has another memory after a restart and after it was emptied', async () => {
    const bus = connect();
    await healthy(bus);
    const first = await bus.memory();
    await withRedis((redis) => redis.flushall());
    await expect(bus.publish([envelope('a', 1)], first)).rejects.toThrow('Redis was restarted or emptied');
    const second = await bus.memory();
    expect(second).not.toBe(first);
    await server.restart();
    await healthy(bus);
    const third = await bus.memory();
    expect(third).not.toBe(second);
    // What its disk may bring back is the old name, which is not trusted.
    await withRedis((redis) => redis.set('{bodega}:events:memory', second));
    await expect(bus.publish([envelope('a', 1)], second)).rejects.toThrow('Redis was restarted or emptied');
  });

  it('rejects within its bound while Redis is silent, and goes on when it speaks again', async () => {
    const bus = connect();
    const done = new Arrivals<string>();
    const live = new Arrivals<string>();
    bus.consume('inventory', ['products'], async (event) => done.add(nameOf(event)));
    await bus.tail(['products'], (event) => live.add(nameOf(event))).ready;
    await bus.publish([envelope('a', 1)]);
    await done.reach(1);
    server.pause();
    const before = Date.now();
    await expect(bus.publish([envelope('a', 2)])).rejects.toThrow('Command timed out');
    expect(Date.now() - before).toBeLessThan(400);
    expect(await bus.healthy()).toBe(false);
    server.resume();
    await healthy(bus);
    await bus.publish([envelope('a', 3)]);
    // The one that was given up was taken all the same: it may have been, and whoever publishes it again does no harm.
    expect(await done.reach(3)).toEqual(['a:1', 'a:2', 'a:3']);
    expect(await live.reach(3)).toEqual(['a:1', 'a:2', 'a:3']);
  });

  it('misses no event whose delivery it did not hear of', async () => {
    const troubles = new Arrivals<string>();
    const write = (line: string): void => {
      if (line.includes('they cannot be read')) troubles.add(line);
    };
    const bus = connect({ log: pino({ level: 'debug' }, { write }), leaseMillis: 60_000 });
    await healthy(bus);
    const done = new Arrivals<string>();
    bus.consume('inventory', ['products'], async (event) => done.add(nameOf(event)));
    await bus.publish([envelope('a', 1)]);
    await done.reach(1);
    server.pause();
    // On the same connection, so Redis will do one after the other: take the event, deliver it to nobody.
    await expect(bus.publish([envelope('a', 2)])).rejects.toThrow('Command timed out');
    await troubles.reach(troubles.items.length + 1);
    server.resume();
    expect(await done.reach(2)).toEqual(['a:1', 'a:2']);
  });

  it('takes over, in order, what a member that vanished has not acknowledged', async () => {
    const bus = connect();
    await healthy(bus);
    await bus.publish([envelope('a', 1), envelope('a', 2), envelope('a', 3)]);
    // What a process leaves in Redis that was killed while it handled the first two.
    await withRedis(async (redis) => {
      const stream = '{bodega}:events:products';
      await redis.xgroup('CREATE', stream, 'inventory', '0');
      await redis.xreadgroup('GROUP', 'inventory', 'gone', 'COUNT', 2, 'STREAMS', stream, '>');
      await redis.set(`${stream}:inventory:lease`, 'gone:1', 'PX', 300);
    });
    const done = new Arrivals<string>();
    await bus.consume('inventory', ['products'], async (event) => done.add(nameOf(event))).ready;
    expect(done.items).toEqual([]);
    expect(await done.reach(3)).toEqual(['a:1', 'a:2', 'a:3']);
  });

  it('makes its group anew when Redis lost it', async () => {
    const bus = connect();
    const done = new Arrivals<string>();
    bus.consume('inventory', ['products'], async (event) => done.add(nameOf(event)));
    await healthy(bus);
    await bus.publish([envelope('a', 1)]);
    await done.reach(1);
    await withRedis((redis) => redis.xgroup('DESTROY', '{bodega}:events:products', 'inventory'));
    await bus.publish([envelope('a', 2)]);
    expect((await done.reach(3)).slice(-1)).toEqual(['a:2']);
  });

  it('keeps about as many entries as it is told, and none that is no event stops it', async () => {
    const bus = connect({ maxLength: 100 });
    const done = new Arrivals<EventEnvelope>();
    await healthy(bus);
    await withRedis((redis) => redis.xadd('{bodega}:events:products', '*', 'event', '{"no":"event"}'));
    bus.consume('inventory', ['products'], async (event) => done.add(event));
    for (let n = 0; n < 20; n++) {
      await bus.publish(Array.from({ length: 100 }, (_, index) => envelope(`a-${index}`, n)));
      await done.reach((n + 1) * 100);
    }
    const length = await withRedis((redis) => redis.xlen('{bodega}:events:products'));
    expect(length).toBeLessThanOrEqual(300);
    let pending: unknown;
    do pending = await withRedis((redis) => redis.xpending('{bodega}:events:products', 'inventory'));
    while (Array.isArray(pending) && pending[0] !== 0);
    expect(pending).toEqual([0, null, null, null]);
  });

  it('loses nothing, with the outbox behind it, when Redis is killed with all that it had taken', async () => {
    const producer = await eventDatabase('products');
    const bus = connect();
    const relay = new Relay({
      producer: 'products',
      database: producer.database,
      bus,
      log: silent,
      pollMillis: 50,
    });
    const outbox = new Outbox('products', () => relay.wake());
    relay.start();
    const add = (n: number): Promise<void> =>
      producer.database.transaction(producer.tenant, (transaction) =>
        outbox.add(transaction, context, [newEvent('a', n)]),
      );
    for (let n = 1; n <= 20; n++) await add(n);
    while ((await producer.rows('SELECT FROM outbox WHERE published_at IS NULL')).length > 0);
    await server.kill();
    for (let n = 21; n <= 40; n++) await add(n);
    await server.restart();
    const done = new Arrivals<string>();
    bus.consume('inventory', ['products'], async (event) => done.add(nameOf(event)));
    expect(await done.reach(40)).toEqual(Array.from({ length: 40 }, (_, index) => `a:${index + 1}`));
    await relay.stop();
    await producer.drop();
  });
});
