import type { Scenario } from '../scenario';
import { crashes, crashesEmbedded } from './crashes';

/** What must hold although processes, databases, Redis and the network fail. */
export const FAULT_SCENARIOS: readonly Scenario[] = [crashes, crashesEmbedded];
