import type { ExecutionResult } from 'graphql';
import type { PushStream } from '../../../platform/async/push-stream';
import { identityOf, until } from '../../testing/door';
import { ALERTS, SCOPES, SubscribedShop } from '../../testing/subscribed-shop';

describe('resuming from a cursor', () => {
  let world: SubscribedShop;
  beforeEach(() => {
    world = new SubscribedShop();
  });
  afterEach(() => world.engine.stop());

  /** As inventory replays it, and then goes on with. */
  const alert = (number: number) => ({
    stockAlert: {
      id: `a${number}`,
      level: 'LOW',
      available: 0,
      cursor: `c${number}`,
      product: { __typename: 'Product', id: String(number) },
    },
  });
  const ids = (results: ExecutionResult[]) =>
    results.map(({ data }) => (data?.['stockAlert'] as { id: string }).id);
  async function take(stream: PushStream<ExecutionResult>, count: number): Promise<ExecutionResult[]> {
    const results: ExecutionResult[] = [];
    while (results.length < count) results.push((await stream.next()).value);
    return results;
  }

  it('shares a replay until it has begun, and what is live with everybody', async () => {
    await world.open(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
    const second = await world.read(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
    await world.open(ALERTS, identityOf(1, SCOPES), { after: null });
    await world.open(ALERTS, identityOf(2, SCOPES));
    expect(world.streams).toHaveLength(2);
    world.streams.forEach((stream) => stream.push(alert(2)));
    await second.next();
    await until(() => world.streams.length === 1, 'both who resumed have what is live');
    await world.open(ALERTS, identityOf(1, SCOPES), { after: 'c1' });
    await world.open(ALERTS, identityOf(1, SCOPES), { after: 'c2' });
    expect(world.streams).toHaveLength(3);
  });

  it('ends in the shared stream without a gap or a repeat, whichever of the two is ahead', async () => {
    const live = await world.read();
    const behind = await world.read(ALERTS, identityOf(2, SCOPES), { after: 'c0' });
    const [shared, replay] = world.streams;
    shared?.push(alert(3));
    shared?.push(alert(4));
    await take(live, 2);
    for (const number of [1, 2]) replay?.push(alert(number));
    const first = await take(behind, 2);
    expect(world.shop.inventory.open.size).toBe(2);
    // The third is an event that both have: from here on there is one stream.
    replay?.push(alert(3));
    const next = await take(behind, 2);
    await until(() => world.shop.inventory.open.size === 1, 'the replay has closed');
    shared?.push(alert(5));
    expect(ids([...first, ...next, ...(await take(behind, 1))])).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(ids(await take(live, 1))).toEqual(['a5']);

    const ahead = await world.read(ALERTS, identityOf(2, SCOPES), { after: 'c5' });
    const [, again] = world.streams;
    for (const number of [6, 7]) again?.push(alert(number));
    const own = await take(ahead, 2);
    for (const number of [6, 7, 8]) shared?.push(alert(number));
    expect(ids([...own, ...(await take(ahead, 1))])).toEqual(['a6', 'a7', 'a8']);
    await until(() => world.shop.inventory.open.size === 1, 'the second replay has closed');
    await Promise.all([live, behind, ahead].map((stream) => stream.return()));
    await until(() => world.shop.inventory.open.size === 0, 'all streams are closed');
  });

  it('delivers each of 200 alerts once to 40 who resume at any moment', async () => {
    const log: number[] = [];
    const readers: { from: number; stream: PushStream<ExecutionResult> }[] = [];
    const positions = new Map<unknown, number>();
    // Each stream gets what its subscription has not had yet, as far as it likes to read at the moment.
    const pump = (atMost: number): void => {
      for (const stream of world.streams) {
        const at = positions.get(stream) ?? log.length;
        const until = Math.min(log.length, at + atMost);
        for (let index = at; index < until; index += 1) stream.push(alert(log[index] ?? 0));
        positions.set(stream, until);
      }
    };
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;
    for (let number = 1; number <= 200; number += 1) {
      log.push(number);
      if (number % 5 === 0) {
        const from = number - random(Math.min(number, 12));
        const known = new Set(world.streams);
        const stream = await world.read(ALERTS, identityOf(random(9), SCOPES), { after: `c${from}` });
        for (const opened of world.streams) {
          if (!known.has(opened)) positions.set(opened, from);
        }
        // The stream that was opened second is the shared one, when there was none: it begins now.
        if (known.size === 0) positions.set(world.streams[1], log.length);
        readers.push({ from, stream });
      }
      pump(random(4));
      if (random(3) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    while (
      [...positions.entries()].some(([stream, at]) => world.streams.includes(stream as never) && at < 200)
    ) {
      pump(200);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => world.engine.subscriptions.feeds === 1, 'all have what is live');
    for (const { from, stream } of readers) {
      expect(ids(await take(stream, 200 - from))).toEqual(
        Array.from({ length: 200 - from }, (_, index) => `a${from + index + 1}`),
      );
    }
    log.push(201);
    pump(1);
    for (const { stream } of readers) expect(ids(await take(stream, 1))).toEqual(['a201']);
  });
});
