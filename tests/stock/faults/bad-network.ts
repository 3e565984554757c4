import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../../gateway/testing/random';
import { invariants } from '../invariants';
import { exactly, told, type Figure, type Scenario, type ScenarioOptions } from '../scenario';
import { Businesses } from './businesses';
import type { FaultSystem } from './fault-system';
import { Load } from './load';
import type { TcpProxy } from './tcp-proxy';

const PEOPLE = 8;
const WEATHER_MILLIS = 1_000;

/** Between the gateway and the subgraphs, and between these: everything that a network can do short of lying. */
export const badNetwork: Scenario = {
  name: 'bad-network',
  title: 'Connections between the processes delayed, cut, paused, and answers swallowed',
  async run(options) {
    return weather(await options.systems.faulty(options.seed), options);
  },
};

async function weather(system: FaultSystem, { seed, short, progress }: ScenarioOptions): Promise<Figure[]> {
  const businesses = await Businesses.open(system, 1);
  const { api } = await businesses.next();
  await businesses.close();
  const load = await Load.start(api, PEOPLE);
  const random = new Random(seed);
  const changes = short ? 8 : 60;
  for (let change = 0; change < changes; change++) {
    for (const proxy of system.proxies) trouble(proxy, random);
    await sleep(WEATHER_MILLIS);
    progress(change + 1, changes);
  }
  for (const proxy of system.proxies) proxy.heal();
  await load.end();
  const { acknowledged } = load;
  const keys = new Set(acknowledged.map(({ orderId }) => orderId));
  const same = await load.repeatAll();
  const struck = (fault: keyof TcpProxy['struck']): number =>
    system.proxies.reduce((sum, proxy) => sum + proxy.struck[fault], 0);
  return [
    told('connections', system.proxies.length),
    told('cut', struck('cut')),
    told('answers and questions swallowed', struck('swallowed')),
    told('connections refused', struck('refused')),
    told('sales acknowledged', acknowledged.length),
    told('requests without an answer, sent again', load.unanswered),
    exactly('keys with an order of their own', keys.size, acknowledged.length),
    exactly('keys that answer the same order again', same, acknowledged.length),
    ...(await invariants(system)),
  ];
}

/** One kind of trouble at a time for each connection, or none. */
function trouble(proxy: TcpProxy, random: Random): void {
  proxy.heal();
  const kinds: readonly (() => void)[] = [
    () => proxy.set('both', { delayMillis: 30 }),
    () => proxy.set('up', { cutOneIn: 5 }),
    () => proxy.set('down', { cutOneIn: 5 }),
    () => proxy.set('down', { swallowOneIn: 5 }),
    () => proxy.set('up', { swallowOneIn: 20 }),
    () => proxy.set('both', { paused: true }),
    () => proxy.refuse(),
    () => undefined,
    () => undefined,
  ];
  kinds[random.below(kinds.length)]?.();
}
