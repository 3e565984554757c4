import { carts } from './carts';
import { FAULT_SCENARIOS } from './faults/fault-scenarios';
import { histories } from './histories';
import { keys } from './keys';
import { lastUnits } from './last-units';
import { modelShop } from './model-shop';
import { refusals } from './refusals';
import type { Scenario } from './scenario';

/** In the order in which they run. */
export const SCENARIOS: readonly Scenario[] = [
  modelShop,
  refusals,
  lastUnits,
  carts,
  keys,
  histories,
  ...FAULT_SCENARIOS,
];
