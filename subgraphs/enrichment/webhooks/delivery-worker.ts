import type { Logger } from 'pino';
import { Pause } from '../../../platform/async/pause';
import type { Database } from '../../../platform/database/database';
import type { ReceiverAddresses } from './receiver-addresses';
import { ATTEMPT_MILLIS, sendWebhook } from './send-webhook';
import { businessesToTell, recordAttempt, takeDeliveries, type TakenDelivery } from './take-deliveries';

/** A receiver that takes its time keeps nobody else's waiting. */
const PER_BUSINESS = 4;
const IN_ALL = 40;
const POLL_MILLIS = 1_000;

export interface DeliveryWorkerOptions {
  readonly database: Database;
  readonly receivers: ReceiverAddresses;
  readonly log: Logger;
}

/** Sends what is due to webhooks, at least once each. Any number of processes may do so on one database. */
export class DeliveryWorker {
  readonly #pause = new Pause();
  readonly #stopped = new AbortController();
  /** By business. */
  readonly #sending = new Map<string, Set<Promise<void>>>();
  #running: Promise<void> | undefined;

  constructor(private readonly options: DeliveryWorkerOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** There may be something to send. */
  wake(): void {
    this.#pause.wake();
  }

  /** What is under way is broken off, and sent again when its lease has run out. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#pause.wake();
    await this.#running;
    await Promise.all([...this.#sending.values()].flatMap((sending) => [...sending]));
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      try {
        await this.#round();
      } catch (error) {
        this.options.log.warn({ err: error }, 'webhooks wait: their queue cannot be read');
      }
      if (!this.#stopped.signal.aborted) await this.#pause.wait(POLL_MILLIS);
    }
  }

  async #round(): Promise<void> {
    const { database } = this.options;
    for (const tenantId of await businessesToTell(database)) {
      const free = Math.min(PER_BUSINESS - this.#countOf(tenantId), IN_ALL - this.#count());
      if (free <= 0) continue;
      for (const delivery of await takeDeliveries(database, tenantId, free)) this.#begin(tenantId, delivery);
    }
  }

  #begin(tenantId: string, delivery: TakenDelivery): void {
    const sending = this.#sending.get(tenantId) ?? new Set();
    this.#sending.set(tenantId, sending);
    const one = this.#send(tenantId, delivery).finally(() => {
      sending.delete(one);
      if (sending.size === 0) this.#sending.delete(tenantId);
      this.#pause.wake();
    });
    sending.add(one);
  }

  async #send(tenantId: string, delivery: TakenDelivery): Promise<void> {
    const { database, receivers, log } = this.options;
    const about = { tenantId, webhookId: delivery.id, attempts: delivery.attempts };
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(ATTEMPT_MILLIS)]);
    const attempt = await sendWebhook(delivery, receivers, signal);
    if (this.#stopped.signal.aborted && attempt.status === null) return;
    if (attempt.error !== null) log.info({ ...about, reason: attempt.error }, 'a webhook was not delivered');
    try {
      await recordAttempt(database, tenantId, delivery, attempt);
    } catch (error) {
      // Its lease runs out, and it is sent once more: the receiver knows it by its id.
      log.warn({ ...about, err: error }, 'what became of a webhook could not be stored');
    }
  }

  #countOf(tenantId: string): number {
    return this.#sending.get(tenantId)?.size ?? 0;
  }

  #count(): number {
    return [...this.#sending.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
