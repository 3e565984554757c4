import { randomUUID } from 'node:crypto';
import { parse, validate, type ExecutionResult } from 'graphql';
import type { QueryResultRow } from 'pg';
import pg from 'pg';
import pino from 'pino';
import type { RequestContext } from '../../platform/context';
import { InProcessBus } from '../../platform/events/in-process-bus';
import type { Identity } from '../../platform/identity/identity';
import type { PeerOperation, Peers } from '../../platform/peers/peers';
import type { Subgraph } from '../../platform/subgraph/subgraph';
import { createTestDatabase } from '../../tests/support/test-database';
import { startProducts } from './products.subgraph';

const log = pino({ level: 'silent' });

/** Stands where inventory would: keeps what it was asked, and answers as the test says. */
export class FakePeers implements Peers {
  readonly requests: {
    readonly subgraph: string;
    readonly variables: Record<string, unknown>;
    readonly context: RequestContext;
  }[] = [];
  answer: () => Promise<unknown> = async () => ({ openStock: true });

  async request<Data>(
    context: RequestContext,
    operation: PeerOperation<Data>,
    variables: Record<string, unknown>,
  ): Promise<Data> {
    this.requests.push({ subgraph: operation.subgraph, variables, context });
    return operation.data.parse(await this.answer());
  }
}

/** Somebody who uses the catalogue. */
export interface Person {
  readonly identity: Identity;
  /** The answer of one operation; an invalid document is a mistake of the test. */
  ask(document: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
}

export interface Catalogue {
  readonly subgraph: Subgraph;
  readonly bus: InProcessBus;
  readonly peers: FakePeers;
  /** Somebody of a business (a new one unless given) with these scopes. */
  person(scopes?: readonly string[], tenantId?: string): Person;
  /** As the superuser, whom no policy binds. */
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export const STAFF = ['products:read', 'products:write'];

/** The whole subgraph on a database of its own. */
export async function startCatalogue(): Promise<Catalogue> {
  const test = await createTestDatabase('products');
  const bus = new InProcessBus();
  const peers = new FakePeers();
  const subgraph = await startProducts({
    databaseUrl: test.serviceUrl,
    ownerDatabaseUrl: test.ownerUrl,
    bus,
    peers,
    log,
    environment: {},
  });
  const superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  return {
    subgraph,
    bus,
    peers,
    person: (scopes = STAFF, tenantId = randomUUID()) => personOf(subgraph, scopes, tenantId),
    sql: async (text, values = []) => (await superuser.query(text, [...values])).rows,
    async stop() {
      await subgraph.stop();
      await bus.close();
      await superuser.end();
      await test.drop();
    },
  };
}

function personOf(subgraph: Subgraph, scopes: readonly string[], tenantId: string): Person {
  const identity: Identity = { tenantId, userId: randomUUID(), role: 'ADMIN', scopes };
  return {
    identity,
    async ask(text, variables) {
      const document = parse(text);
      const [error] = validate(subgraph.schema, document);
      if (error) throw error;
      const context: RequestContext = {
        identity,
        traceId: randomUUID().replaceAll('-', ''),
        clientAddress: null,
        deadline: Date.now() + 10_000,
        log,
      };
      return subgraph.execute({ document, variables }, context);
    },
  };
}

/** `extensions.code` of each error of an answer. */
export function codesOf(answer: ExecutionResult): unknown[] {
  return (answer.errors ?? []).map((error) => error.extensions['code']);
}
