import { Client, Pool, type QueryResultRow } from 'pg';
import pino from 'pino';
import { createTestDatabase } from '../../tests/support/test-database';
import { InProcessBus } from '../../platform/events/in-process-bus';
import type { Peers } from '../../platform/peers/peers';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import { Business } from './business.fixture';
import { startInventory } from './inventory.subgraph';

/** Inventory as it runs in production, one process or several, on a database of its own. */
export interface InventoryFixture {
  readonly bus: InProcessBus;
  /** Connects as the service. */
  readonly serviceUrl: string;
  /** The first process. */
  readonly subgraph: Subgraph;
  /** Another process on the same database and bus. */
  start(): Promise<Subgraph>;
  /** A business of which nothing is known yet. */
  business(subgraph?: Subgraph): Business;
  /** As superuser, whom no policy binds. */
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Another session of the superuser, for holding locks. */
  session(): Promise<Client>;
  /** Whether some transaction waits for a lock. */
  somebodyWaits(): Promise<boolean>;
  stop(): Promise<void>;
}

const noPeers: Peers = {
  request: () => Promise.reject(new Error('Inventory asks nobody')),
};

export async function inventoryFixture(): Promise<InventoryFixture> {
  const files = await createTestDatabase('inventory');
  const bus = new InProcessBus();
  const started: Subgraph[] = [];
  const sessions: Client[] = [];
  const start = async (): Promise<Subgraph> => {
    const subgraph = await startInventory({
      databaseUrl: files.serviceUrl,
      ownerDatabaseUrl: files.ownerUrl,
      bus,
      peers: noPeers,
      log: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
      environment: {},
    });
    started.push(subgraph);
    return subgraph;
  };
  const session = async (): Promise<Client> => {
    const client = new Client({ connectionString: files.superuserUrl });
    await client.connect();
    sessions.push(client);
    return client;
  };
  const subgraph = await start();
  const superuser = new Pool({ connectionString: files.superuserUrl, max: 4 });
  const sql = async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await superuser.query<Row>(text, [...values])).rows;
  return {
    bus,
    serviceUrl: files.serviceUrl,
    subgraph,
    start,
    business: (process = subgraph) => new Business(process),
    sql,
    session,
    async somebodyWaits() {
      const waiting = await sql(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return waiting.length > 0;
    },
    async stop() {
      await Promise.all(started.map((each) => each.stop()));
      await bus.close();
      await Promise.all([superuser.end(), ...sessions.map((each) => each.end())]);
      await files.drop();
    },
  };
}
