import { Arrivals, envelope, nameOf } from './events.fixture';
import { BusForgot, type EventBus, type EventEnvelope } from './event';

/** One bus as several processes see it, empty and with names of its own. */
export interface BusUnderTest {
  /** The bus as one process has it. In process, the same for all. */
  connect(): EventBus;
}

/** What every implementation of the bus promises. */
export function busContract(make: () => BusUnderTest): void {
  let under: BusUnderTest;
  let bus: EventBus;
  const opened: EventBus[] = [];
  const connect = (): EventBus => {
    const connected = under.connect();
    opened.push(connected);
    return connected;
  };
  const connectWhenHealthy = async (): Promise<EventBus> => {
    const connected = connect();
    while (!(await connected.healthy())) await new Promise((resolve) => setTimeout(resolve, 5));
    return connected;
  };
  const heard = (): { handler: (event: EventEnvelope) => Promise<void>; events: Arrivals<EventEnvelope> } => {
    const events = new Arrivals<EventEnvelope>();
    return { events, handler: async (event) => events.add(event) };
  };

  beforeEach(async () => {
    under = make();
    bus = await connectWhenHealthy();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  });

  it('brings the whole envelope to each group', async () => {
    const [first, second] = [heard(), heard()];
    bus.consume('inventory', ['products'], first.handler);
    connect().consume('orders', ['products'], second.handler);
    const event = envelope('lamp', 1, { payload: { name: 'Lámpara ☀', none: null, deep: [{ n: 0.1 }] } });
    await bus.publish([event]);
    expect(await first.events.reach(1)).toEqual([event]);
    expect(await second.events.reach(1)).toEqual([event]);
  });

  it('brings a group the events of its producers only', async () => {
    const orders = heard();
    bus.consume('inventory', ['orders', 'auth'], orders.handler);
    await bus.publish([
      envelope('lamp', 1),
      envelope('a', 1, { type: 'orders.placed' }),
      envelope('b', 1, { type: 'auth.left' }),
    ]);
    const types = (await orders.events.reach(2)).map((event) => event.type);
    expect(types.sort()).toEqual(['auth.left', 'orders.placed']);
  });

  it('brings each event to one member of the group, in order per aggregate', async () => {
    const all = heard();
    for (let member = 0; member < 3; member++) connect().consume('inventory', ['products'], all.handler);
    const published: EventEnvelope[] = [];
    for (let n = 1; n <= 40; n++) {
      const batch = ['a', 'b', 'c'].map((aggregate) => envelope(aggregate, n));
      published.push(...batch);
      await bus.publish(batch);
    }
    const events = await all.events.reach(120);
    for (const aggregate of ['a', 'b', 'c']) {
      const of = (list: readonly EventEnvelope[]): string[] =>
        list.filter((event) => event.aggregateId === aggregate).map(nameOf);
      expect(of(events)).toEqual(of(published));
    }
    expect(events).toHaveLength(120);
  });

  it('handles one event of an aggregate at a time, and several aggregates at the same time', async () => {
    const running = new Map<string, number>();
    const finish: (() => void)[] = [];
    const begun = new Arrivals<string>();
    bus.consume('inventory', ['products'], async (event) => {
      running.set(event.aggregateId, (running.get(event.aggregateId) ?? 0) + 1);
      expect(running.get(event.aggregateId)).toBe(1);
      begun.add(nameOf(event));
      await new Promise<void>((resolve) => finish.push(resolve));
      running.set(event.aggregateId, 0);
    });
    await bus.publish([envelope('a', 1), envelope('a', 2), envelope('b', 1)]);
    expect([...(await begun.reach(2))].sort()).toEqual(['a:1', 'b:1']);
    finish.splice(0).forEach((resolve) => resolve());
    expect((await begun.reach(3))[2]).toBe('a:2');
    finish.splice(0).forEach((resolve) => resolve());
  });

  it('brings an event again when its handler rejects, while its aggregate waits and others do not', async () => {
    const done = new Arrivals<string>();
    let failures = 2;
    bus.consume('inventory', ['products'], async (event) => {
      if (nameOf(event) === 'a:1' && failures-- > 0) throw new Error('not yet');
      done.add(nameOf(event));
    });
    await bus.publish([envelope('a', 1), envelope('a', 2), envelope('b', 1)]);
    expect(await done.reach(3)).toEqual(['b:1', 'a:1', 'a:2']);
  });

  it('brings a group also what was published before it existed', async () => {
    await bus.publish([envelope('a', 1), envelope('a', 2)]);
    const late = heard();
    connect().consume('inventory', ['products'], late.handler);
    expect((await late.events.reach(2)).map(nameOf)).toEqual(['a:1', 'a:2']);
  });

  it('leaves what a member has not finished to the next one', async () => {
    const begun = new Arrivals<string>();
    const first = bus.consume('inventory', ['products'], async (event) => {
      begun.add(nameOf(event));
      throw new Error('never');
    });
    await first.ready;
    const second = heard();
    connect().consume('inventory', ['products'], second.handler);
    await bus.publish([envelope('a', 1), envelope('a', 2)]);
    await begun.reach(1);
    await first.close();
    expect((await second.events.reach(2)).map(nameOf)).toEqual(['a:1', 'a:2']);
  });

  it('waits for running handlers when a member leaves', async () => {
    let finish: () => void = () => undefined;
    const begun = new Arrivals<string>();
    let finished = false;
    const member = bus.consume('inventory', ['products'], async (event) => {
      begun.add(nameOf(event));
      await new Promise<void>((resolve) => (finish = resolve));
      finished = true;
    });
    await bus.publish([envelope('a', 1), envelope('a', 2)]);
    await begun.reach(1);
    const left = member.close();
    finish();
    await left;
    expect(finished).toBe(true);
    expect(begun.items).toEqual(['a:1']);
  });

  it('brings every live event to every listener, once, and none from before', async () => {
    const old = envelope('a', 1, { occurredAt: new Date(Date.now() - 60_000).toISOString() });
    await bus.publish([old]);
    const listeners = [heard(), heard()];
    const tails = [bus, connect()].map((process, index) =>
      process.tail(['products'], (event) => listeners[index]?.events.add(event)),
    );
    await Promise.all(tails.map((tail) => tail.ready));
    const event = envelope('a', 2);
    await bus.publish([event, envelope('x', 1, { type: 'orders.placed' })]);
    await bus.publish([old, event]);
    await bus.publish([envelope('a', 3)]);
    for (const { events } of listeners) expect((await events.reach(2)).map(nameOf)).toEqual(['a:2', 'a:3']);
  });

  it('brings nothing to a listener that was closed', async () => {
    const [closed, open] = [heard(), heard()];
    const tail = bus.tail(['products'], (event) => closed.events.add(event));
    await tail.ready;
    await tail.close();
    await bus.tail(['products'], (event) => open.events.add(event)).ready;
    await bus.publish([envelope('a', 1)]);
    await open.events.reach(1);
    expect(closed.events.items).toEqual([]);
  });

  it('takes events only for the memory that it has', async () => {
    const group = heard();
    bus.consume('inventory', ['products'], group.handler);
    const memory = await bus.memory();
    expect(await (await connectWhenHealthy()).memory()).toBe(memory);
    await expect(bus.publish([envelope('a', 1)], 'another')).rejects.toBeInstanceOf(BusForgot);
    await bus.publish([envelope('a', 2)], memory);
    expect((await group.events.reach(1)).map(nameOf)).toEqual(['a:2']);
  });

  it('takes nothing any more when it is closed', async () => {
    await bus.close();
    await expect(bus.publish([envelope('a', 1)])).rejects.toThrow();
    expect(await bus.healthy()).toBe(false);
  });
}
