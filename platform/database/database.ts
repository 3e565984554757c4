import 'reflect-metadata';
import pg, { type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { asPublicError, isRetryable } from './database-errors';
import { Transaction } from './transaction';

export interface DatabaseOptions {
  /** Name of the subgraph: its roles are `<name>_service` and `<name>_worker`. */
  readonly name: string;
  /** Connection address of the service. When it logs in as somebody else, each connection takes the service's role. */
  readonly url: string;
  readonly entities: readonly (new () => object)[];
  /** Connections at most. More make a hot row slower. */
  readonly poolSize?: number;
}

const STATEMENT_TIMEOUT_MILLIS = 5_000;
const LOCK_TIMEOUT_MILLIS = 2_000;
const ACQUIRE_TIMEOUT_MILLIS = 2_000;
const TRANSACTION_ATTEMPTS = 3;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What the server says last when it ends a session may arrive when the connection is nobody's: broken, and just leaving the
 * pool. Without a listener that would end the process; whoever used the connection has been told by a rejection.
 */
class QuietClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

type Work<T> = (transaction: Transaction) => Promise<T>;

/**
 * A subgraph's database, reachable only inside a transaction that row-level security ties to one business.
 *
 * A deadlock or serialization failure runs the work again, three times in all, so the work must have no effect outside
 * the transaction. A database that cannot be reached, or is too slow (statement 5 s, lock 2 s, connection 2 s), rejects with
 * SERVICE_UNAVAILABLE.
 */
export class Database {
  readonly #dataSource: DataSource;

  private constructor(
    dataSource: DataSource,
    private readonly name: string,
  ) {
    this.#dataSource = dataSource;
  }

  /** Connects; rejects when the server cannot be reached. */
  static async connect(options: DatabaseOptions): Promise<Database> {
    const role = `${options.name}_service`;
    const settings = [
      `statement_timeout=${STATEMENT_TIMEOUT_MILLIS}`,
      `lock_timeout=${LOCK_TIMEOUT_MILLIS}`,
      'idle_in_transaction_session_timeout=10000',
      ...(new URL(options.url).username === role ? [] : [`role=${role}`]),
    ];
    const dataSource = new DataSource({
      type: 'postgres',
      // TypeORM would look for it at run time, past the bundle: a second copy, whose errors are not instances of ours.
      driver: pg,
      url: options.url,
      entities: [...options.entities],
      applicationName: `bodega-${options.name}`,
      installExtensions: false,
      extra: {
        Client: QuietClient,
        max: options.poolSize ?? 10,
        connectionTimeoutMillis: ACQUIRE_TIMEOUT_MILLIS,
        // A server that vanished without a word does not answer statement_timeout either.
        query_timeout: STATEMENT_TIMEOUT_MILLIS + 1_000,
        keepAlive: true,
        options: settings.map((setting) => `-c ${setting}`).join(' '),
      },
    });
    await dataSource.initialize();
    return new Database(dataSource, options.name);
  }

  /** Reads and writes of one business. Commits when the work resolves, rolls back when it rejects. */
  async transaction<T>(tenantId: string, work: Work<T>): Promise<T> {
    return this.#retrying(tenantId, `BEGIN; ${tenantSetting(tenantId)}`, work);
  }

  /** Reads of one business, from one snapshot. */
  async read<T>(tenantId: string, work: Work<T>): Promise<T> {
    return this.#retrying(
      tenantId,
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${tenantSetting(tenantId)}`,
      work,
    );
  }

  /** For workers only: sees the tables that are granted to the worker's role, in every business. */
  async asWorker<T>(work: Work<T>): Promise<T> {
    return this.#retrying(null, `BEGIN; SET LOCAL ROLE ${this.name}_worker`, work);
  }

  /** Whether the server answers; for readiness. */
  async healthy(): Promise<boolean> {
    try {
      await this.#dataSource.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  /** Waits for running transactions, then closes the pool. */
  async close(): Promise<void> {
    await this.#dataSource.destroy();
  }

  async #retrying<T>(tenantId: string | null, begin: string, work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(tenantId, begin, work);
      } catch (error) {
        if (attempt < TRANSACTION_ATTEMPTS && isRetryable(error)) continue;
        throw asPublicError(error);
      }
    }
  }

  async #once<T>(tenantId: string | null, begin: string, work: Work<T>): Promise<T> {
    const runner = this.#dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      // Begun in one round trip with the tenant's setting; TypeORM must know, or `save` would begin another.
      await client.query(begin);
      Object.assign(runner, { isTransactionActive: true });
      const transaction = new Transaction(tenantId, runner.manager, client);
      let result: T;
      try {
        result = await work(transaction);
      } catch (error) {
        // A connection that cannot even roll back is broken: ended, the pool replaces it.
        await client.query('ROLLBACK').catch(() => client.end().catch(() => undefined));
        throw error;
      }
      // A transaction that a swallowed error has aborted answers COMMIT with a rollback, and no error.
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT')
        throw new Error('The transaction was aborted by an error that its work ignored');
      transaction.committed();
      return result;
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
    }
  }
}

/** Checked here because it is written into the statement: `SET` takes no parameters, and one round trip takes one text. */
function tenantSetting(tenantId: string): string {
  if (!UUID.test(tenantId)) throw new Error('A tenant id must be a UUID');
  return `SELECT set_config('app.tenant', '${tenantId}', true)`;
}
