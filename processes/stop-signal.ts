import type { Logger } from 'pino';

/** A process that has not stopped in order by then ends all the same. */
const FORCED_STOP_MILLIS = 20_000;

/** On SIGTERM or SIGINT, the first of them, stops and then exits with 0. */
export function onStopSignal(log: Logger, stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), FORCED_STOP_MILLIS).unref();
      void stop(signal).then(() => process.exit(0));
    });
  }
}
