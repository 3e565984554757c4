import path from 'node:path';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres';
import { provisionDatabase } from '../platform/postgres/provision';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph/subgraph';
import type { Environment } from '../platform/config/environment';
import type { Configuration, DatabaseAddresses } from './configuration';
import { prepareDataDirectory } from './data-directory';
import { sealingSecret } from './sealing-secret';

export interface OpenDatabases {
  /** For each subgraph that runs in this process. */
  readonly addresses: ReadonlyMap<SubgraphName, DatabaseAddresses>;
  /** What belongs to embedded databases and must be given to their subgraphs. */
  readonly environment: Environment;
  /** Stops the embedded server, where there is one. */
  close(): Promise<void>;
}

/**
 * The databases of the subgraphs that run in this process: those that the configuration names, and for the others one each
 * in the embedded PostgreSQL, which is started if there are any.
 */
export async function openDatabases(
  configuration: Configuration,
  signal?: AbortSignal,
): Promise<OpenDatabases> {
  const embedded = SUBGRAPHS.filter(
    (name) => !configuration.remote.has(name) && !configuration.databases.has(name),
  );
  if (embedded.length === 0)
    return { addresses: configuration.databases, environment: {}, close: async () => undefined };
  prepareDataDirectory(configuration.dataDirectory);
  const server = await startEmbeddedPostgres({
    dataDir: path.join(configuration.dataDirectory, 'postgres'),
    signal,
  });
  try {
    const addresses = new Map(configuration.databases);
    await Promise.all(
      embedded.map(async (name) => {
        const { serviceUrl, ownerUrl } = await provisionDatabase(server.superuserUrl('postgres'), { name });
        addresses.set(name, { service: serviceUrl, owner: ownerUrl });
      }),
    );
    const AUTH_SEALING_SECRET =
      configuration.sealingSecret ??
      (embedded.includes('auth') ? sealingSecret(configuration.dataDirectory) : undefined);
    return { addresses, environment: { AUTH_SEALING_SECRET }, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
