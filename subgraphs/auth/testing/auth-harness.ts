import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, validate, type ExecutionResult } from 'graphql';
import { createLocalJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import pino from 'pino';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import type { RequestContext } from '../../../platform/context';
import { InProcessBus } from '../../../platform/events/in-process-bus';
import { INTERNAL_SCOPE, type Identity } from '../../../platform/identity/identity';
import type { Subgraph } from '../../../platform/subgraph/subgraph';
import { startAuth } from '../auth.subgraph';

const NIL = '00000000-0000-0000-0000-000000000000';
export const PASSWORD = 'plum-kettle-47-orbit';

/** As the gateway asks for itself. */
export const INTERNAL: Identity = {
  tenantId: NIL,
  userId: NIL,
  role: 'SERVICE',
  scopes: [INTERNAL_SCOPE],
  service: 'gateway',
};

export interface Ask {
  readonly as?: Identity | null;
  readonly from?: string | null;
}

export interface OpenedSession {
  readonly email: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly userId: string;
  readonly identity: Identity;
}

const claimsSchema = z.object({
  sub: z.string(),
  tid: z.string(),
  sid: z.string(),
  role: z.string(),
  scope: z.string(),
});
const sessionSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  user: z.object({ id: z.string() }),
});
const SESSION =
  '__typename ... on Session { accessToken refreshToken user { id } } ... on UserError { message }';

/** The whole subgraph on a database of its own, spoken to as the gateway does. */
export class AuthHarness {
  readonly #parsed = new Map<string, ReturnType<typeof parse>>();

  private constructor(
    readonly subgraph: Subgraph,
    readonly database: TestDatabase,
    /** As superuser: sees and moves what no caller may. */
    readonly sql: pg.Client,
    /** What the other subgraphs would publish to. */
    readonly bus: InProcessBus,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<AuthHarness> {
    const database = await createTestDatabase('auth');
    const bus = new InProcessBus();
    const subgraph = await startSubgraph(database, environment, bus);
    const sql = new pg.Client({ connectionString: database.superuserUrl });
    await sql.connect();
    return new AuthHarness(subgraph, database, sql, bus);
  }

  /** Another process of the subgraph on the same database; to be stopped as `subgraph` alone. */
  async beside(environment: Record<string, string> = {}): Promise<AuthHarness> {
    const { database, sql, bus } = this;
    return new AuthHarness(await startSubgraph(database, environment, bus), database, sql, bus);
  }

  async stop(): Promise<void> {
    await this.subgraph.stop();
    await this.sql.end();
    await this.database.drop();
  }

  /** Executes an operation; what is not valid against the schema is the test's mistake. */
  execute(
    document: string,
    variables: Record<string, unknown> = {},
    { as = null, from = null }: Ask = {},
  ): Promise<ExecutionResult> {
    return executeOn(this.subgraph, this.#parse(document), variables, { as, from });
  }

  /** The data of an operation that must have no errors. */
  async ask<T = Record<string, unknown>>(
    document: string,
    variables: Record<string, unknown> = {},
    options: Ask = {},
  ): Promise<T> {
    const { data, errors } = await this.execute(document, variables, options);
    expect(errors).toBeUndefined();
    return data as T;
  }

  /** A new business with its OWNER. */
  async register(email = `${randomBytes(6).toString('hex')}@shop.test`): Promise<OpenedSession> {
    const input = { businessName: 'A shop', name: 'An owner', email, password: PASSWORD };
    const data = await this.ask(
      `mutation ($input: RegisterInput!) { register(input: $input) { ${SESSION} } }`,
      {
        input,
      },
    );
    return this.opened(email, data['register']);
  }

  async login(email: string, password = PASSWORD): Promise<OpenedSession> {
    const data = await this.ask(`mutation ($input: LoginInput!) { login(input: $input) { ${SESSION} } }`, {
      input: { email, password },
    });
    return this.opened(email, data['login']);
  }

  /** Somebody else in the business, logged in. */
  async colleague(owner: OpenedSession, role: string): Promise<OpenedSession> {
    const email = `${randomBytes(6).toString('hex')}@shop.test`;
    const input = { email, name: `A ${role}`, role, password: PASSWORD };
    const data = await this.ask(
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename } }',
      { input },
      { as: owner.identity },
    );
    expect(data).toEqual({ createUser: { __typename: 'User' } });
    return this.login(email);
  }

  /** What `refreshSession` answers. */
  async refresh(
    refreshToken: string,
  ): Promise<{ __typename: string; accessToken?: string; refreshToken?: string }> {
    const data = await this.ask<{ refreshSession: { __typename: string } }>(
      `mutation ($token: String!) { refreshSession(refreshToken: $token) { ${SESSION} } }`,
      { token: refreshToken },
    );
    return data.refreshSession;
  }

  /** The session in an answer, with the identity that the gateway makes of its access token. */
  async opened(email: string, answer: unknown): Promise<OpenedSession> {
    const { accessToken, refreshToken, user } = sessionSchema.parse(answer);
    return { email, accessToken, refreshToken, userId: user.id, identity: await this.verified(accessToken) };
  }

  async verified(accessToken: string): Promise<Identity> {
    const { jwks } = await this.ask<{ jwks: string }>('{ jwks }', {}, { as: INTERNAL });
    const { payload } = await jwtVerify(accessToken, createLocalJWKSet(JSON.parse(jwks)), {
      issuer: 'bodega',
      audience: 'bodega-api',
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
    });
    const { sub, tid, sid, role, scope } = claimsSchema.parse(payload);
    return { tenantId: tid, userId: sub, role, scopes: scope.split(' '), sessionId: sid };
  }

  async revocations(): Promise<string[]> {
    return (await this.ask<{ revocations: string[] }>('{ revocations }', {}, { as: INTERNAL })).revocations;
  }

  /** Resolves when a statement of this database waits for what `sql` has locked. */
  async untilSomebodyWaitsForALock(): Promise<void> {
    for (;;) {
      await this.sql.query('SELECT pg_stat_clear_snapshot()');
      const { rowCount } = await this.sql.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rowCount !== 0) return;
      await sleep(5);
    }
  }

  /** Rows of all tables that callers can make rows in: for seeing that a refusal wrote nothing. */
  async rows(): Promise<Record<string, number>> {
    const { rows } = await this.sql.query<Record<string, string>>(
      `SELECT (SELECT count(*) FROM tenant) AS tenant, (SELECT count(*) FROM app_user) AS app_user,
              (SELECT count(*) FROM session) AS session, (SELECT count(*) FROM refresh_token) AS refresh_token,
              (SELECT count(*) FROM api_key) AS api_key`,
    );
    return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([table, count]) => [table, Number(count)]));
  }

  #parse(text: string): ReturnType<typeof parse> {
    const known = this.#parsed.get(text);
    if (known) return known;
    const document = parse(text);
    expect(validate(this.subgraph.schema, document)).toEqual([]);
    this.#parsed.set(text, document);
    return document;
  }
}

/** The subgraph as a process of its own would start it. */
export function startSubgraph(
  database: TestDatabase,
  environment: Record<string, string> = {},
  bus = new InProcessBus(),
): Promise<Subgraph> {
  return startAuth({
    databaseUrl: database.serviceUrl,
    ownerDatabaseUrl: database.ownerUrl,
    bus,
    peers: { request: () => Promise.reject(new Error('This subgraph asks nobody')) },
    log: pino({ level: 'silent' }),
    environment,
  });
}

export function executeOn(
  subgraph: Subgraph,
  document: ReturnType<typeof parse>,
  variables: Record<string, unknown>,
  { as = null, from = null }: Ask,
): Promise<ExecutionResult> {
  const request: RequestContext = {
    identity: as,
    traceId: randomBytes(16).toString('hex'),
    clientAddress: from,
    deadline: Date.now() + 10_000,
    log: pino({ level: 'silent' }),
  };
  return subgraph.execute({ document, variables }, request);
}
