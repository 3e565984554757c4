import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/postgres/embedded-postgres';
import { provisionDatabase } from '../platform/postgres/provision';
import type { SubgraphName } from '../platform/subgraph/subgraph';
import type { DatabaseAddresses } from './configuration';

export interface EmbeddedDatabases {
  readonly server: EmbeddedPostgres;
  readonly addresses: ReadonlyMap<SubgraphName, DatabaseAddresses>;
}

/** The PostgreSQL server of the laptop, with one database for each of the subgraphs that were given none. */
export async function startEmbeddedDatabases(
  dataDirectory: string,
  names: readonly SubgraphName[],
  signal?: AbortSignal,
): Promise<EmbeddedDatabases> {
  const server = await startEmbeddedPostgres({ dataDir: path.join(dataDirectory, 'postgres'), signal });
  try {
    const addresses = new Map<SubgraphName, DatabaseAddresses>();
    await Promise.all(
      names.map(async (name) => {
        const { serviceUrl, ownerUrl } = await provisionDatabase(server.superuserUrl('postgres'), { name });
        addresses.set(name, { service: serviceUrl, owner: ownerUrl });
      }),
    );
    return { server, addresses };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
