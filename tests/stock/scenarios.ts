import { carts } from './carts';
import { FAULT_SCENARIOS } from './faults/fault-scenarios';
import { histories } from './histories';
import { lastUnits } from './last-units';
import type { Scenario } from './scenario';

/** In the order in which they run. */
export const SCENARIOS: readonly Scenario[] = [lastUnits, carts, histories, ...FAULT_SCENARIOS];
