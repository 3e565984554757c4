import { setImmediate as immediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/database';
import type { Outbox } from '../../../platform/events/outbox';
import { Pause } from '../../../platform/async/pause';
import type { Writer } from '../writing/writer';
import { Finisher } from './finisher';
import type { JobEnd, TakenJob } from './job';
import { businessesWithWork, renewLeases, takeJobs } from './take-jobs';

export interface JobWorkerOptions {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly writer: Pick<Writer, 'capacity' | 'write'>;
  readonly log: Logger;
  /** Looks for jobs that nobody announced this often. Default 1,000. */
  readonly pollMillis?: number;
  /** Jobs of a process that died are taken by another one after this long. Default 30,000. */
  readonly leaseMillis?: number;
}

/** A job that was taken this often and never came to an end takes its process down with it. */
const MAX_TAKES = 5;
/*
 * Products are created one right after the other, by somebody who waits for each of them and for none of their texts: jobs are
 * begun when nothing was announced for a while, or many together.
 */
const QUIET_MILLIS = 100;
const GATHER_MILLIS = 500;
/** What is under way when the process is told to stop may take this long to end. */
const STOP_MILLIS = 5_000;

/** Takes due jobs, has them written, and stores how they ended. Any number of processes may do so on one database. */
export class JobWorker {
  readonly #pause = new Pause();
  readonly #held = new Map<string, TakenJob>();
  readonly #abort = new AbortController();
  readonly #finisher: Finisher;
  readonly #leaseMillis: number;
  #running: Promise<void> | undefined;
  #renewal: NodeJS.Timeout | undefined;
  #stopping = false;
  #announced = 0;
  #urgent = false;

  constructor(private readonly options: JobWorkerOptions) {
    this.#leaseMillis = options.leaseMillis ?? 30_000;
    this.#finisher = new Finisher({
      ...options,
      onFinished: ({ job }) => {
        this.#held.delete(job.id);
        this.#pause.wake();
      },
    });
  }

  start(): void {
    this.#running ??= this.#run();
    this.#renewal ??= setInterval(() => void this.#renew(), this.#leaseMillis / 3);
  }

  /** A job was committed. `urgent`: somebody waits for it. */
  wake(urgent = false): void {
    this.#announced += 1;
    this.#urgent ||= urgent;
    this.#pause.wake();
  }

  /** Takes no more, and gives what is being written five seconds to end; the rest is done by whoever takes it up again. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    await this.#running;
    const deadline = Date.now() + STOP_MILLIS;
    while (this.#held.size > 0 && Date.now() < deadline) await this.#pause.wait(100);
    this.#abort.abort(new Error('The service was stopped'));
    while (this.#held.size > 0 && Date.now() < deadline + 1_000) await this.#pause.wait(100);
    clearInterval(this.#renewal);
    await this.#finisher.stop();
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      let taken = 0;
      try {
        taken = await this.#round();
      } catch (error) {
        this.options.log.warn({ err: error }, 'enrichments wait: their queue cannot be read');
      }
      if (taken > 0 || this.#stopping) continue;
      const announced = this.#announced;
      await this.#pause.wait(this.options.pollMillis ?? 1_000);
      if (this.#announced > announced) await this.#gather();
    }
  }

  /** Until nothing more was announced for a moment, or somebody waits. */
  async #gather(): Promise<void> {
    const latest = Date.now() + GATHER_MILLIS;
    let seen: number;
    do {
      seen = this.#announced;
      if (!this.#urgent && !this.#stopping) await this.#pause.wait(QUIET_MILLIS);
    } while (seen < this.#announced && Date.now() < latest && !this.#urgent && !this.#stopping);
    this.#urgent = false;
  }

  /** One share for each business that has work, so that nobody's long queue is in front of everybody else's. */
  async #round(): Promise<number> {
    const { database, outbox, writer } = this.options;
    if (writer.capacity() <= this.#held.size) return 0;
    const businesses = await businessesWithWork(database);
    let taken = 0;
    for (const [index, tenantId] of businesses.entries()) {
      const free = writer.capacity() - this.#held.size;
      if (free <= 0 || this.#stopping) break;
      const limit = Math.ceil(free / (businesses.length - index));
      const jobs = await takeJobs(database, outbox, tenantId, { limit, leaseMillis: this.#leaseMillis });
      taken += jobs.length;
      for (const job of jobs) this.#held.set(job.id, job);
      for (const job of jobs) {
        void this.#work(job);
        // Requests of the same process have their turn between two products.
        await immediate();
      }
    }
    return taken;
  }

  async #work(job: TakenJob): Promise<void> {
    const end = job.takes > MAX_TAKES ? interrupted(job) : await this.#write(job);
    this.#finisher.add({ job, end });
  }

  async #write(job: TakenJob): Promise<JobEnd> {
    const { writer, log } = this.options;
    try {
      const end = await writer.write(job, this.#abort.signal);
      if (end.status === 'COMPLETED' || !this.#abort.signal.aborted) return end;
      return { ...end, status: 'PENDING', error: null, retryAfterSeconds: 0 };
    } catch (error) {
      log.error(
        { err: error, jobId: job.id, tenantId: job.tenantId, traceId: job.traceId },
        'an enrichment failed on our side',
      );
      return ended('Something went wrong on our side.');
    }
  }

  async #renew(): Promise<void> {
    const byBusiness = new Map<string, TakenJob[]>();
    for (const job of this.#held.values())
      byBusiness.set(job.tenantId, [...(byBusiness.get(job.tenantId) ?? []), job]);
    for (const [tenantId, jobs] of byBusiness) {
      try {
        await renewLeases(this.options.database, tenantId, jobs, this.#leaseMillis);
      } catch (error) {
        this.options.log.warn(
          { err: error, jobs: jobs.length },
          'leases of enrichments could not be renewed',
        );
      }
    }
  }
}

function interrupted(job: TakenJob): JobEnd {
  return ended(`Given up: the work on it was interrupted ${job.takes - 1} times.`);
}

function ended(error: string): JobEnd {
  return { status: 'FAILED', error, retryAfterSeconds: null, calls: [], durationMs: 0 };
}
