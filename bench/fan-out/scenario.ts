import type { Scenario } from '../support/scenario';
import { measureAlerts } from './measure-alerts';
import { measureIdle } from './measure-idle';
import { measurePaused } from './measure-paused';

/** The machine has one process with all clients and one server busy at a time. */
export const scenario: Scenario = {
  title: 'one event to many subscribers over WebSocket',
  async run(progress) {
    const part = process.env['BENCH_PART'];
    if (part === undefined || part === 'alerts') await measureAlerts(progress);
    if (part === undefined || part === 'idle') await measureIdle(progress);
    if (part === undefined || part === 'paused') await measurePaused(progress);
  },
};
