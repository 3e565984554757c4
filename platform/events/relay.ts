import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { statement, type Transaction } from '../database/transaction';
import { withDeadline } from '../resilience/deadline';
import { BusForgot, BusUnreachable, type EventBus, type EventEnvelope } from './event';
import { backOff } from '../resilience/back-off';
import { Pause } from '../async/pause';

export interface RelayOptions {
  readonly producer: string;
  readonly database: Database;
  readonly bus: EventBus;
  readonly log: Logger;
  /** Looks for events that nobody announced this often: those of other processes, and of a process that died. Default 1,000. */
  readonly pollMillis?: number;
  /** Events taken at once, at most. Default 200. */
  readonly batchSize?: number;
  /** Published events are kept this long, to be published again when the bus forgets them. Default an hour. */
  readonly retentionMillis?: number;
  /** Called after each published batch, for metrics. `lagMillis` is the age of its oldest event. */
  readonly onPublished?: (batch: { readonly count: number; readonly lagMillis: number }) => void;
}

interface OutboxRow {
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly tenant_id: string;
  readonly aggregate_id: string;
  readonly occurred_at: Date;
  readonly trace_id: string;
  readonly payload: unknown;
  /** An earlier event of the same aggregate is being published by another relay. */
  readonly overtakes: boolean;
  /** Name of the bus's memory to which the marks of this outbox refer. */
  readonly memory: string;
}

/** Publishing holds this lock shared; taking up a new memory holds it alone, so that no batch is marked behind its back. */
const MEMORY_LOCK = `hashtext('bodega bus memory')`;

// The number of unpublished rows changes too fast for the planner's statistics: left alone, it sorts the whole backlog
// for each batch instead of walking the index.
const OPEN_BATCH = statement(
  'relay-open',
  `SELECT pg_advisory_xact_lock_shared(${MEMORY_LOCK}), set_config('enable_seqscan', 'off', true),
          set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`,
);
const READ_MEMORY = statement('relay-memory', 'SELECT memory FROM bus_memory');

/*
 * Rows that another relay holds are skipped, and with them every later row of the same aggregate: such a row is taken
 * only when no earlier one of its aggregate is unpublished outside this batch. Why no earlier one can be overlooked: an
 * aggregate's row is locked from before its events are added until the commit, so when an event is visible to this
 * statement's snapshot, so are all earlier events of its aggregate; and one that the snapshot shows as published has
 * been taken by the bus before. Rows of other aggregates may well commit late with a lower position: they are found
 * then, since nothing here remembers a last position.
 */
const TAKE = statement(
  'relay-take',
  `WITH taken AS MATERIALIZED (
     SELECT * FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED
   ), held AS (
     SELECT aggregate_id,
            (SELECT position FROM outbox
              WHERE published_at IS NULL AND outbox.aggregate_id = aggregate.aggregate_id
                AND position < last AND position NOT IN (SELECT position FROM taken)
              ORDER BY position LIMIT 1) AS position
       FROM (SELECT aggregate_id, max(position) AS last FROM taken GROUP BY aggregate_id) AS aggregate
   )
   SELECT taken.position, id, type, version, tenant_id, aggregate_id, occurred_at, trace_id, payload,
          (held.position < taken.position) IS TRUE AS overtakes, (SELECT memory FROM bus_memory) AS memory
     FROM taken JOIN held USING (aggregate_id) ORDER BY taken.position`,
);
const MARK = statement(
  'relay-mark',
  'UPDATE outbox SET published_at = clock_timestamp() WHERE position = ANY($1::bigint[])',
);
const UNPUBLISH = `UPDATE outbox SET published_at = NULL WHERE position IN (
  SELECT position FROM outbox WHERE published_at IS NOT NULL LIMIT $1)
  RETURNING position`;
const SWEEP = `DELETE FROM outbox WHERE position IN (
  SELECT position FROM outbox WHERE published_at < clock_timestamp() - $1 * interval '1 millisecond' LIMIT $2)
  RETURNING position`;
const BACKLOG = `SELECT count(*)::int AS count,
    coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)) * 1000, 0)::float8 AS oldest
  FROM outbox WHERE published_at IS NULL`;
const UNPUBLISH_SIZE = 5_000;
const SWEEP_SIZE = 1_000;

/** Locked rows of another relay's batch are free again after a few milliseconds. */
const OVERTAKING_MILLIS = 20;
const SWEEP_MILLIS = 60_000;
/** Bounds the transaction around a publication; the database itself would end it after ten seconds. */
const PUBLISH_MILLIS = 5_000;

/**
 * Brings the events of one outbox to the bus, in order per aggregate, at least once; several relays may work on one
 * database. An event that was published and not marked (a crash in between) is published again.
 */
export class Relay {
  readonly #pause = new Pause();
  readonly #recovery = new Pause();
  readonly #pollMillis: number;
  readonly #batchSize: number;
  readonly #retentionMillis: number;
  #running: Promise<void> | undefined;
  #stopping = false;
  #memoryCheckedAt = 0;
  #sweptAt = 0;

  constructor(private readonly options: RelayOptions) {
    this.#pollMillis = options.pollMillis ?? 1_000;
    this.#batchSize = options.batchSize ?? 200;
    this.#retentionMillis = options.retentionMillis ?? 3_600_000;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something was committed: look now. */
  wake(): void {
    this.#pause.wake();
  }

  /** Finishes the batch that is on its way, but waits no longer than the deadline for it. */
  async stop(deadlineMillis = 5_000): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    this.#recovery.wake();
    const late = new Pause();
    await Promise.race([this.#running, late.wait(deadlineMillis)]);
    late.wake();
  }

  /** What is not published yet, for metrics: how many events, and the age of the oldest in milliseconds. */
  async backlog(): Promise<{ readonly count: number; readonly oldestMillis: number }> {
    const [row] = await this.options.database.asWorker((transaction) =>
      transaction.query<{ count: number; oldest: number }>(BACKLOG),
    );
    return { count: row?.count ?? 0, oldestMillis: row?.oldest ?? 0 };
  }

  async #run(): Promise<void> {
    const { log, producer } = this.options;
    let failures = 0;
    while (!this.#stopping) {
      try {
        const idleMillis = await this.#round();
        failures = 0;
        if (idleMillis > 0 && !this.#stopping) await this.#pause.wait(idleMillis);
      } catch (error) {
        failures += 1;
        const level = error instanceof BusUnreachable ? 'debug' : 'warn';
        log[level]({ err: error, producer, failures }, 'events wait in the outbox: they cannot be published');
        if (!this.#stopping) await this.#recovery.wait(backOff(failures, 50, 5_000));
      }
    }
  }

  /** Publishes one batch; resolves with how long there is nothing to do. */
  async #round(): Promise<number> {
    try {
      const idleMillis = await this.options.database.asWorker((transaction) =>
        this.#publishBatch(transaction),
      );
      // Only now: what a bus forgot while nobody was looking, however long ago, has been found by the batch's check.
      if (Date.now() - this.#sweptAt >= SWEEP_MILLIS) await this.#sweep();
      return idleMillis;
    } catch (error) {
      if (!(error instanceof BusForgot)) throw error;
      await this.#takeUpMemory();
      return 0;
    }
  }

  async #publishBatch(transaction: Transaction): Promise<number> {
    await transaction.query(OPEN_BATCH);
    const rows = await transaction.query<OutboxRow>(TAKE, [this.#batchSize]);
    await this.#checkMemory(transaction);
    const [first] = rows;
    if (first === undefined) return this.#pollMillis;
    const free = rows.filter((row) => !row.overtakes);
    if (free.length === 0) return OVERTAKING_MILLIS;
    const published = this.options.bus.publish(free.map(envelopeOf), first.memory);
    await withDeadline(published, PUBLISH_MILLIS, 'The event bus');
    await transaction.query(MARK, [free.map((row) => row.position)]);
    const oldest = Math.min(...free.map((row) => row.occurred_at.getTime()));
    this.options.onPublished?.({ count: free.length, lagMillis: Math.max(0, Date.now() - oldest) });
    if (free.length < rows.length) return OVERTAKING_MILLIS;
    return rows.length < this.#batchSize ? this.#pollMillis : 0;
  }

  /** A loss must be noticed even when nothing new is published. */
  async #checkMemory(transaction: Transaction): Promise<void> {
    if (Date.now() - this.#memoryCheckedAt < this.#pollMillis) return;
    const [known] = await transaction.query<{ memory: string }>(READ_MEMORY);
    const memory = await withDeadline(this.options.bus.memory(), PUBLISH_MILLIS, 'The event bus');
    if (memory !== known?.memory) throw new BusForgot('The event bus may have lost events');
    this.#memoryCheckedAt = Date.now();
  }

  /**
   * The bus forgot: everything that it had taken and that is still here is unpublished again. In transactions of bounded
   * size; until the last of them names the new memory, the bus takes nothing from any relay of this database.
   */
  async #takeUpMemory(): Promise<void> {
    let finished = false;
    let count = 0;
    while (!finished && !this.#stopping) {
      finished = await this.options.database.asWorker(async (transaction) => {
        await transaction.query(`SELECT pg_advisory_xact_lock(${MEMORY_LOCK})`);
        const [known] = await transaction.query<{ memory: string }>(READ_MEMORY);
        const memory = await withDeadline(this.options.bus.memory(), PUBLISH_MILLIS, 'The event bus');
        if (memory === known?.memory) return true;
        const rows = await transaction.query(UNPUBLISH, [UNPUBLISH_SIZE]);
        count += rows.length;
        if (rows.length === UNPUBLISH_SIZE) return false;
        await transaction.query('UPDATE bus_memory SET memory = $1', [memory]);
        return true;
      });
    }
    const { log, producer } = this.options;
    log.debug({ producer, count }, 'the event bus begins anew: recent events are published again');
  }

  /** Drops what was published before the retention. */
  async #sweep(): Promise<void> {
    const batch = (transaction: Transaction) => transaction.query(SWEEP, [this.#retentionMillis, SWEEP_SIZE]);
    while (!this.#stopping && (await this.options.database.asWorker(batch)).length === SWEEP_SIZE);
    this.#sweptAt = Date.now();
  }
}

function envelopeOf(row: OutboxRow): EventEnvelope {
  return {
    id: row.id,
    type: row.type,
    version: row.version,
    tenantId: row.tenant_id,
    aggregateId: row.aggregate_id,
    occurredAt: row.occurred_at.toISOString(),
    traceId: row.trace_id,
    payload: row.payload,
  };
}
