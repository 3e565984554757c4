import pino from 'pino';
import { RateLimiter } from '../../gateway/limits/rate-limiter';
import { SharedUsage } from '../../gateway/limits/shared-usage';
import { Usage, WINDOW_MILLIS } from '../../gateway/limits/usage';
import { Door, until } from '../../gateway/testing/door';
import { Networks } from '../../platform/network/addresses';
import { describeWithOwnRedis, startOwnTestRedis, type OwnTestRedis } from '../support/test-redis';
import { codes, overHttp, TRANSPORTS } from './support/transports';

const NONE = { user: 0, business: 0, address: 0 };
const log = pino({ level: 'silent' });
/** Costs 5: a page and four products. */
const FIVE = { query: '{ products(first: 4) { nodes { id } } }' };
const key = (user: number): Record<string, string> => ({ 'x-api-key': `${user}:` });
/** In the tests' own minutes time stands still. */
const noon = (): number => 1_000 * WINDOW_MILLIS + 18_000;

const doors: Door[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()));
});

async function open(limits: Partial<typeof NONE>, usage = new Usage(noon)): Promise<Door> {
  const door = await Door.open({
    rateLimiter: new RateLimiter({ ...NONE, ...limits }, usage),
    trustedProxies: new Networks(['127.0.0.1']),
  });
  doors.push(door);
  return door;
}

const calls = ({ shop }: Door): number => shop.products.requests.length;

/** Codes of the refusals among so many requests at once, and how many were answered. */
async function ask(
  door: Door,
  count: number,
  headers: Record<string, string>,
): Promise<{ answered: number; refused: unknown[] }> {
  const outcomes = await Promise.all(Array.from({ length: count }, () => overHttp(door.url, FIVE, headers)));
  const refused = outcomes.filter(({ errors }) => errors);
  return { answered: count - refused.length, refused: [...new Set(refused.flatMap(codes))] };
}

describe('the limits of rate', () => {
  it.each(TRANSPORTS)('hold over %s, before any subgraph is called', async (_transport, send) => {
    const door = await open({ user: 12 });
    expect(codes(await send(door.url, FIVE, key(1)))).toEqual([]);
    expect(codes(await send(door.url, FIVE, key(1)))).toEqual([]);
    const { errors = [], status, headers } = await send(door.url, FIVE, key(1));
    expect(errors).toEqual([
      {
        message: 'Too much was asked for within a minute. Try again in 42 s.',
        extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 42, traceId: expect.any(String) },
      },
    ]);
    if (status !== undefined) expect([status, headers?.get('retry-after')]).toEqual([429, '42']);
    expect(calls(door)).toBe(2);
  });

  it('are of each person, in all that they use, and of nobody else', async () => {
    const door = await open({ user: 100 });
    expect(await ask(door, 30, key(1))).toEqual({ answered: 20, refused: ['RATE_LIMITED'] });
    expect(await ask(door, 3, { 'x-api-key': '1:inventory:read' })).toEqual({
      answered: 0,
      refused: ['RATE_LIMITED'],
    });
    expect(await ask(door, 20, key(2))).toEqual({ answered: 20, refused: [] });
    expect(calls(door)).toBe(40);
  });

  it('are of each business, whoever asks for it', async () => {
    const door = await open({ business: 100 });
    expect(await ask(door, 15, key(1))).toEqual({ answered: 15, refused: [] });
    expect(await ask(door, 15, key(2))).toEqual({ answered: 5, refused: ['RATE_LIMITED'] });
    // Users from 50 on are of another business.
    expect(await ask(door, 15, key(50))).toEqual({ answered: 15, refused: [] });
  });

  it('are of each address, whoever is there, and of IPv6 of each network', async () => {
    const door = await open({ address: 100 });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    expect(await ask(door, 15, from('198.51.100.1'))).toEqual({ answered: 15, refused: [] });
    expect(await ask(door, 15, { ...from('198.51.100.1'), ...key(1) })).toEqual({
      answered: 5,
      refused: ['RATE_LIMITED'],
    });
    expect(await ask(door, 5, { ...from('198.51.100.2'), ...key(1) })).toEqual({ answered: 5, refused: [] });
    expect(await ask(door, 12, from('2001:db8:1:2::1'))).toEqual({ answered: 12, refused: [] });
    expect(await ask(door, 12, from('2001:db8:1:2:ffff::9'))).toEqual({
      answered: 8,
      refused: ['RATE_LIMITED'],
    });
    expect(await ask(door, 12, from('2001:db8:1:3::1'))).toEqual({ answered: 12, refused: [] });
  });

  it('go by cost: what is refused for it is worth a little, what is too much for the rest nothing', async () => {
    const door = await open({ user: 100 });
    const spend = (request: object) => overHttp(door.url, request, { ...key(1), 'x-bodega-cost': '1' });
    const left = async (request: object): Promise<unknown> => (await spend(request)).extensions?.['cost'];
    expect(await left(FIVE)).toEqual({ operation: 5, limit: 10_000, budget: { left: 95, resetSeconds: 42 } });
    await spend({ query: '{ nothing }' });
    await spend({ query: '{' });
    expect(await left({ query: '{ __typename }' })).toEqual({
      operation: 1,
      limit: 10_000,
      budget: { left: 74, resetSeconds: 42 },
    });
    expect(codes(await spend({ query: '{ products(first: 80) { nodes { id } } }' }))).toEqual([
      'RATE_LIMITED',
    ]);
    expect(codes(await spend(FIVE))).toEqual([]);
    // Garbage is not even read any more once nothing is left.
    for (let i = 0; i < 6; i += 1) await spend({ query: '{' });
    expect(codes(await spend({ query: '{' }))).toEqual(['RATE_LIMITED']);
  });

  it('begin anew with each minute, and where there are none nothing is counted', async () => {
    let now = noon();
    const door = await open({ user: 5 }, new Usage(() => now));
    expect(await ask(door, 2, key(1))).toEqual({ answered: 1, refused: ['RATE_LIMITED'] });
    now += 42_000;
    expect(await ask(door, 2, key(1))).toEqual({ answered: 1, refused: ['RATE_LIMITED'] });
    expect(await ask(await open({}), 50, key(1))).toEqual({ answered: 50, refused: [] });
  });
});

describe('the cost of an operation', () => {
  it.each(TRANSPORTS)(
    'is told over %s to whoever asks for it, and to nobody else',
    async (transport, send) => {
      const door = await open({});
      const told = { operation: 5, limit: 10_000 };
      expect((await send(door.url, FIVE, key(1))).extensions).toBeUndefined();
      expect((await send(door.url, { ...FIVE, extensions: { cost: true } }, key(1))).extensions).toEqual({
        cost: told,
      });
      if (transport === 'HTTP')
        expect((await send(door.url, FIVE, { ...key(1), 'x-bodega-cost': '1' })).extensions).toEqual({
          cost: told,
        });
    },
  );
});

describeWithOwnRedis('the limits of rate, over several gateways', () => {
  let redis: OwnTestRedis;
  let shared: SharedUsage[];
  beforeEach(async () => {
    redis = await startOwnTestRedis();
    shared = [];
  });
  afterEach(async () => {
    await Promise.all(shared.map((each) => each.stop()));
    await redis.stop();
  });

  const gateway = async (): Promise<{ door: Door; usage: Usage }> => {
    const usage = new Usage(noon);
    shared.push(new SharedUsage(redis.url, usage, log, 10));
    return { door: await open({ user: 100 }, usage), usage };
  };
  const known = ({ usage }: { usage: Usage }): boolean => usage.untold(1).length === 0;

  it('count what was spent at the others', async () => {
    const [one, other] = [await gateway(), await gateway()];
    expect(await ask(one.door, 12, key(1))).toEqual({ answered: 12, refused: [] });
    await until(() => known(one), 'the others were told');
    // It hears of the others with its own first request.
    expect(await ask(other.door, 1, key(1))).toEqual({ answered: 1, refused: [] });
    await until(() => known(other), 'it has told the others');
    expect(await ask(other.door, 30, key(1))).toEqual({ answered: 7, refused: ['RATE_LIMITED'] });
  });

  it.each([
    ['dead', (server: OwnTestRedis) => server.kill()],
    ['silent', async (server: OwnTestRedis) => server.pause()],
  ])(
    'hold at each one alone while Redis is %s, without a wait, and together again when it is back',
    async (how, fail) => {
      const [one, other] = [await gateway(), await gateway()];
      await ask(one.door, 1, key(1));
      await until(() => known(one), 'Redis was told');
      await fail(redis);
      const start = performance.now();
      expect(await ask(one.door, 30, key(1))).toEqual({ answered: 19, refused: ['RATE_LIMITED'] });
      expect(performance.now() - start).toBeLessThan(2_000);
      if (how === 'dead') await redis.restart();
      else redis.resume();
      await until(() => known(one), 'Redis was told of what it missed');
      await ask(other.door, 1, key(1));
      await until(() => known(other), 'the other has heard of it');
      expect(await ask(other.door, 1, key(1))).toEqual({ answered: 0, refused: ['RATE_LIMITED'] });
    },
  );
});
