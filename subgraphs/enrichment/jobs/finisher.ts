import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/database';
import type { Outbox } from '../../../platform/events/outbox';
import { Pause } from '../../../platform/async/pause';
import { backOff } from '../../../platform/resilience/back-off';
import { finishJobs, type FinishedJob } from './finish-jobs';

export interface FinisherOptions {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly log: Logger;
  /** The end of the job is in the database. */
  readonly onFinished: (finished: FinishedJob) => void;
}

/**
 * Writes the ends of jobs, one transaction at a time: what ends while one is under way goes together into the next. An end that
 * cannot be written is kept and tried again, for it may have been paid.
 */
export class Finisher {
  readonly #waiting: FinishedJob[] = [];
  readonly #pause = new Pause();
  #running: Promise<void> | undefined;
  #stopping = false;

  constructor(private readonly options: FinisherOptions) {}

  add(finished: FinishedJob): void {
    this.#waiting.push(finished);
    this.#running ??= this.#run();
  }

  /** Resolves when all is written, or cannot be written now: then the leases run out, and the work is done again. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (this.#waiting.length > 0) {
      const batch = this.#ofOneBusiness();
      try {
        await finishJobs(this.options.database, this.options.outbox, batch[0].job.tenantId, batch);
        failures = 0;
        for (const finished of batch) this.options.onFinished(finished);
      } catch (error) {
        failures += 1;
        this.#waiting.unshift(...batch);
        this.options.log.warn(
          { err: error, jobs: this.#waiting.length },
          'finished enrichments could not be stored yet',
        );
        if (this.#stopping) break;
        await this.#pause.wait(backOff(failures, 100, 5_000));
      }
    }
    this.#running = undefined;
  }

  #ofOneBusiness(): [FinishedJob, ...FinishedJob[]] {
    const [first, ...others] = this.#waiting.splice(0);
    if (first === undefined) throw new Error('Nothing has finished');
    const same = others.filter((other) => other.job.tenantId === first.job.tenantId);
    this.#waiting.push(...others.filter((other) => other.job.tenantId !== first.job.tenantId));
    return [first, ...same];
  }
}
