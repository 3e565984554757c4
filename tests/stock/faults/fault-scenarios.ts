import type { Scenario } from '../scenario';
import { badNetwork } from './bad-network';
import { crashes, crashesEmbedded } from './crashes';
import { databaseKilled, databaseKilledEmbedded } from './database-killed';
import { redisLost } from './redis-lost';

/** What must hold although processes, databases, Redis and the network fail. */
export const FAULT_SCENARIOS: readonly Scenario[] = [
  crashes,
  crashesEmbedded,
  databaseKilled,
  databaseKilledEmbedded,
  redisLost,
  badNetwork,
];
