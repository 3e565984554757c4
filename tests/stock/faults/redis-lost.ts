import { setTimeout as sleep } from 'node:timers/promises';
import { invariants } from '../invariants';
import { atLeast, exactly, told, type Figure, type Scenario } from '../scenario';
import { Businesses } from './businesses';
import type { FaultSystem } from './fault-system';
import { alertsOf, FollowedAlerts } from './followed-alerts';
import { Load } from './load';

const PEOPLE = 4;
const ARRIVAL_MILLIS = 30_000;

/** Redis stops answering without closing a connection, comes back, dies, and comes back empty. */
export const redisLost: Scenario = {
  name: 'redis-lost',
  title: 'Redis paused, then killed, under load',
  async run({ seed, short, progress, systems }) {
    return loseRedis(await systems.faulty(seed), short ? 10 : 60, progress);
  },
};

async function loseRedis(
  system: FaultSystem,
  seconds: number,
  progress: (done: number, of: number) => void,
): Promise<Figure[]> {
  const { redis } = system;
  if (redis === null) throw new Error('This needs a Redis');
  const businesses = await Businesses.open(system, 1);
  const business = await businesses.next();
  const followed = new FollowedAlerts(business);
  const load = await Load.start(business.api, PEOPLE);
  const during = async (work: () => Promise<void>): Promise<{ sold: number; unanswered: number }> => {
    await load.soldSince();
    const [from, unanswered] = [performance.now(), load.unanswered];
    await work();
    return {
      sold: load.soldBetween(from, performance.now()),
      unanswered: load.unanswered - unanswered,
    };
  };
  const paused = await during(async () => {
    redis.pause();
    for (let second = 0; second < seconds; second++) {
      await sleep(1_000);
      progress(second + 1, 2 * seconds);
    }
    redis.resume();
  });
  const killed = await during(async () => {
    await redis.kill();
    await sleep((seconds * 1_000) / 5);
    await redis.restart();
  });
  await load.soldSince();
  await load.end();
  const figures = await invariants(system);
  const alerts = await alertsOf(system, business);
  await followed.upTo(alerts.length, ARRIVAL_MILLIS);
  await followed.end();
  await businesses.close();
  const seen = new Set(followed.ids);
  return [
    atLeast(`sales in ${seconds} s in which Redis was paused`, paused.sold, seconds),
    exactly('requests that failed meanwhile', paused.unanswered, 0),
    atLeast(`sales in ${seconds / 5} s without Redis`, killed.sold, seconds / 5),
    exactly('requests that failed meanwhile', killed.unanswered, 0),
    told('alerts raised', alerts.length),
    exactly('alerts that a subscriber has missed', alerts.filter((id) => !seen.has(id)).length, 0),
    exactly('alerts that it was given twice', followed.ids.length - seen.size, 0),
    told('subscriptions that had to be begun again', followed.resumed),
    ...figures,
  ];
}
