import type { RequestContext } from '../../../platform/context';
import { statement } from '../../../platform/database/transaction';
import { Pause } from '../../../platform/async/pause';
import { backOff } from '../../../platform/resilience/back-off';
import { INTERNAL_SCOPE } from '../../../platform/identity/identity';
import type { Logger } from 'pino';
import { OrdersContext, type OrdersServices } from '../orders.context';
import { EXPIRED } from './close-order';
import { STEPS } from './recipe';
import { retrySoon } from './retry-soon';
import { sendStep } from './run-step';

/** Looks for steps that nobody announced this often: those of other processes, and of processes that died. */
const POLL_MILLIS = 1_000;
/** Steps run side by side, at most: the requests of living people come first. */
const BATCH_SIZE = 4;
const STEP_MILLIS = 8_000;
const LEASE_MILLIS = STEP_MILLIS + 2_000;
/** Before an order's second attempt, doubled before each further one, */
const FIRST_PAUSE_MILLIS = 500;
/** at most. */
const LONGEST_PAUSE_MILLIS = 8_000;

interface DueOrder {
  readonly id: string;
  readonly tenantId: string;
  readonly step: 'CONFIRM' | 'RELEASE';
  readonly actorId: string;
  readonly traceId: string;
  readonly reason: string | null;
  readonly attempts: number;
}

/*
 * Takes overdue steps, for a little longer than running one may last; others skip what is being taken. An attempt of which nobody knows how far it came (TAKE, RESERVE) is given up by the same
 * statement, so that the request, should it still live, finds its step gone and completes nothing.
 */
const LEASE = statement(
  'orders-due',
  `UPDATE orders
      SET step = CASE step WHEN 'CONFIRM' THEN 'CONFIRM' ELSE 'RELEASE' END,
          cancel_reason = CASE step WHEN 'AWAIT' THEN $3 ELSE cancel_reason END,
          attempts = attempts + 1,
          due_at = clock_timestamp() + $2 * interval '1 millisecond'
    WHERE id IN (SELECT id FROM orders WHERE due_at <= now()
                  ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING id, tenant_id AS "tenantId", step, step_actor AS "actorId", trace_id AS "traceId",
             cancel_reason AS reason, attempts`,
);

/**
 * Brings every order to an end that a crash, or a service that did not answer, left in the middle of a step. Any number
 * of processes share the work.
 */
export class Recovery {
  readonly #pause = new Pause();
  #running: Promise<void> | undefined;
  #stopping = false;

  constructor(
    private readonly services: OrdersServices,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something is due: look now. */
  wake(): void {
    this.#pause.wake();
  }

  /** Resolves when no step runs any more. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#pause.wake();
    await this.#running;
  }

  /** Runs what is due, a few at a time; resolves with how many steps there were. */
  async round(): Promise<number> {
    const due = await this.services.database.asWorker((transaction) =>
      transaction.query<DueOrder>(LEASE, [BATCH_SIZE, LEASE_MILLIS, EXPIRED]),
    );
    await Promise.all(due.map((order) => this.#finish(order)));
    return due.length;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      let found = 0;
      try {
        found = await this.round();
      } catch (error) {
        this.log.warn({ err: error }, 'orders that wait for the recovery cannot be read');
      }
      if (found < BATCH_SIZE && !this.#stopping) await this.#pause.wait(POLL_MILLIS);
    }
  }

  async #finish(due: DueOrder): Promise<void> {
    const { id, step, reason, attempts } = due;
    const context = new OrdersContext(this.services, this.#requestOf(due));
    const order = { id, lines: [], claim: null, reason };
    try {
      await sendStep(context, STEPS[step], order);
    } catch (error) {
      const pause = backOff(attempts, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
      const about = { err: error, orderId: id, step, attempts };
      context.request.log.warn(about, 'an unfinished order waits for the next attempt');
      // When even this cannot be recorded, the next attempt is made when the lease has run out.
      await retrySoon(context, order, pause).catch(() => undefined);
    }
  }

  /** On behalf of the person whose step it is, so that the ledger names them. */
  #requestOf({ tenantId, actorId, traceId }: DueOrder): RequestContext {
    return {
      identity: { tenantId, userId: actorId, role: 'SERVICE', scopes: [INTERNAL_SCOPE], service: 'orders' },
      traceId,
      clientAddress: null,
      deadline: Date.now() + STEP_MILLIS,
      unattended: true,
      log: this.log.child({ traceId, tenantId }),
    };
  }
}
