import { randomBytes } from 'node:crypto';
import { dropDatabase, type ProvisionedDatabase, provisionDatabase } from '../../platform/postgres/provision';
import type { SubgraphName } from '../../platform/subgraph/subgraph';

export interface TestDatabase extends ProvisionedDatabase {
  /** The database's own name, to be the template of others. */
  readonly database: string;
  /** As superuser, whom no policy binds: for looking at what the service must not see. */
  readonly superuserUrl: string;
  /** Drops the database with all sessions in it. */
  drop(): Promise<void>;
}

/**
 * A fresh database with the roles of one subgraph, on the server of this test run.
 * @param options.template name of a database (migrated, say) to begin with a copy of; nobody may be connected to it.
 * @param options.server superuser's address of another server.
 */
export async function createTestDatabase(
  subgraph: SubgraphName,
  options: { template?: string; server?: string } = {},
): Promise<TestDatabase> {
  const server = options.server ?? testServerUrl();
  const database = `${subgraph}_${randomBytes(6).toString('hex')}`;
  const provisioned = await provisionDatabase(server, {
    name: subgraph,
    database,
    template: options.template,
  });
  const superuserUrl = new URL(server);
  superuserUrl.pathname = `/${database}`;
  return {
    ...provisioned,
    database,
    superuserUrl: superuserUrl.href,
    drop: () => dropDatabase(server, database),
  };
}

/** Superuser's address of this run's PostgreSQL. */
export function testServerUrl(): string {
  const url = process.env.BODEGA_TEST_POSTGRES_URL;
  if (url === undefined)
    throw new Error('There is no test server: run the tests with the jest.config.js of the repository');
  return url;
}
