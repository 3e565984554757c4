import type { Scenario } from '../scenario';
import { badNetwork } from './bad-network';
import { embeddedCrashes, inventoryCrashes, ordersCrashes } from './crashes';
import { databaseKilled, databaseKilledEmbedded } from './database-killed';
import { redisLost } from './redis-lost';

/** What must hold although processes, databases, Redis and the network fail. */
export const FAULT_SCENARIOS: readonly Scenario[] = [
  inventoryCrashes,
  ordersCrashes,
  embeddedCrashes,
  databaseKilled,
  databaseKilledEmbedded,
  redisLost,
  badNetwork,
];
