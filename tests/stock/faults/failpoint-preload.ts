// Loaded by a process before the product: it dies, by its own kill -9, where the file in FAILPOINT_FILE says. At the two
// moments around a publication it stands still instead, until it is killed from outside: whether the answer has arrived is
// known there. Nothing of this is in the product; its classes are wrapped from here.
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import type { EventBus } from '../../../platform/events/event';
import { InProcessBus } from '../../../platform/events/in-process-bus';
import { Outbox } from '../../../platform/events/outbox';
import { RedisStreamsBus } from '../../../platform/events/redis-streams-bus';
import { armed, type Failpoint, type Moment } from './failpoint';

const file = process.env['FAILPOINT_FILE'] ?? '';

/** What is known of a transaction that runs. */
interface Seen {
  /** Of the subgraph whose outbox it has written to. */
  told: string | null;
  readonly statements: Set<string>;
}
const seen = new WeakMap<Transaction, Seen>();

function seenOf(transaction: Transaction): Seen {
  const known = seen.get(transaction) ?? { told: null, statements: new Set() };
  seen.set(transaction, known);
  return known;
}

const query = Transaction.prototype.query;
Transaction.prototype.query = function (this: Transaction, sql, values) {
  if (typeof sql !== 'string') seenOf(this).statements.add(sql.name);
  return query.call(this, sql, values) as never;
};

const announce = Outbox.prototype.announce;
Outbox.prototype.announce = function (this: Outbox, transaction) {
  seenOf(transaction).told = String(Reflect.get(this, 'producer'));
  announce.call(this, transaction);
};

const transaction = Database.prototype.transaction;
Database.prototype.transaction = async function (this: Database, tenantId, work) {
  let ran: Seen | undefined;
  const result = await transaction.call(this, tenantId, async (running) => {
    const written = await work(running);
    ran = seenOf(running);
    if (isStep(armed(file), 'before commit', tenantId, ran)) die();
    return written;
  });
  if (isStep(armed(file), 'after commit, before the answer', tenantId, ran)) die();
  return result as never;
};

function isStep(
  failpoint: Failpoint | null,
  moment: Moment,
  tenantId: string,
  ran: Seen | undefined,
): boolean {
  if (failpoint?.moment !== moment || failpoint.tenantId !== tenantId || ran === undefined) return false;
  return failpoint.statement === null
    ? ran.told === failpoint.subgraph
    : ran.statements.has(failpoint.statement);
}

standStillAround(RedisStreamsBus.prototype);
standStillAround(InProcessBus.prototype);

function standStillAround(bus: Pick<EventBus, 'publish'>): void {
  const publish = bus.publish;
  bus.publish = async function (this: EventBus, events, memory) {
    const failpoint = armed(file);
    const concerned =
      failpoint !== null &&
      events.some(
        ({ tenantId, type }) => tenantId === failpoint.tenantId && type.startsWith(`${failpoint.subgraph}.`),
      );
    if (concerned && failpoint.moment === 'after the answer, before publishing') await standStill();
    await publish.call(this, events, memory);
    if (concerned && failpoint.moment === 'after publishing, before marking') await standStill();
  };
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('kill -9 has not ended the process');
}

/** Says so on standard output, for whoever kills it. */
function standStill(): Promise<never> {
  process.stdout.write('failpoint reached\n');
  return new Promise(() => undefined);
}
