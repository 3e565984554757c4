import { once } from 'node:events';
import Redis from 'ioredis';
import {
  describeWithOwnRedis,
  describeWithRedis,
  type OwnTestRedis,
  startOwnTestRedis,
  startTestRedis,
} from './test-redis';

function connect(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  return redis;
}

describeWithRedis('a Redis for tests', () => {
  test('answers', async () => {
    const server = await startTestRedis();
    const redis = connect(server.url);
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
    await server.stop();
  });
});

describeWithOwnRedis('a Redis of the test’s own', () => {
  let server: OwnTestRedis;
  let redis: Redis;

  beforeEach(async () => {
    server = await startOwnTestRedis();
    redis = connect(server.url);
  });

  afterEach(async () => {
    // ioredis keeps a process alive for two seconds after a disconnect from what has already gone.
    if (redis.status !== 'end') redis.disconnect();
    await server.stop();
  });

  test('is silent while it is paused and goes on afterwards', async () => {
    await redis.set('kept', '1');
    const impatient = redis.duplicate({ commandTimeout: 300 });
    await once(impatient, 'ready');
    server.pause();
    await expect(impatient.get('kept')).rejects.toThrow('Command timed out');
    const answer = redis.get('kept');
    server.resume();
    expect(await answer).toBe('1');
    impatient.disconnect();
  });

  test('loses everything when it is killed, and comes back at the same address', async () => {
    await redis.set('lost', '1');
    await server.kill();
    await expect(redis.get('lost')).rejects.toThrow();
    await server.restart();
    const other = connect(server.url);
    expect(await other.get('lost')).toBeNull();
    other.disconnect();
  });

  test('stops although it is paused', async () => {
    server.pause();
    await server.stop();
    await expect(connect(server.url).ping()).rejects.toThrow();
  });
});
