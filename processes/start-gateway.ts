import path from 'node:path';
import type { Logger } from 'pino';
import { createGateway, type Gateway } from '../gateway/create-gateway';
import type { SourceFactory } from '../gateway/engine/source';
import { HttpSource } from '../gateway/engine/sources/http-source';
import { InProcessSource } from '../gateway/engine/sources/in-process-source';
import { authSubgraph } from '../gateway/identity/auth-subgraph';
import { Authenticator } from '../gateway/identity/authenticator';
import { KeySet } from '../gateway/identity/key-set';
import { RevocationList } from '../gateway/identity/revocation-list';
import { RateLimiter } from '../gateway/limits/rate-limiter';
import { SharedUsage } from '../gateway/limits/shared-usage';
import { Usage } from '../gateway/limits/usage';
import { printedForms, readManifest, type Manifest } from '../gateway/server/persisted-operations';
import type { ReservedPort } from '../platform/http/reserved-port';
import type { InternalTokens } from '../platform/identity/internal-token';
import type { Subgraph, SubgraphName } from '../platform/subgraph/subgraph';
import { wireHeaders } from '../platform/subgraph/wire';
import * as typedDocuments from '../schema/operations/generated/graphql';
import type { Cleanup } from './cleanup';
import type { Configuration } from './configuration';
import { EXAMPLE } from './example';
import { readSupergraph, watchSupergraph } from './watch-supergraph';

const SCHEMA = path.join(__dirname, '../schema');

export interface SubgraphPlaces {
  readonly local: ReadonlyMap<string, Subgraph>;
  readonly remote: ReadonlyMap<SubgraphName, string>;
  /** Null where everything runs in this process. */
  readonly tokens: InternalTokens | null;
}

/** The public door over subgraphs in this process, in others, or both. It does not listen yet. */
export async function startGateway(
  configuration: Configuration,
  places: SubgraphPlaces,
  log: Logger,
  cleanup: Cleanup,
  reservedPort?: ReservedPort,
): Promise<Gateway> {
  const sources = sourcesOf(places);
  const authSource = sources({ name: 'auth', url: '' });
  cleanup.add(() => authSource.stop());
  const auth = authSubgraph(authSource, log);
  const revocations = new RevocationList(auth.revocations, log);
  await revocations.start();
  cleanup.add(async () => revocations.stop());
  const usage = new Usage();
  if (configuration.redisUrl !== undefined) {
    const shared = new SharedUsage(configuration.redisUrl, usage, log);
    cleanup.add(() => shared.stop());
  }
  const gateway = await createGateway({
    supergraphSdl: readSupergraph(configuration.supergraph ?? path.join(SCHEMA, 'supergraph.graphql')),
    sources,
    authenticator: new Authenticator({
      keys: new KeySet(auth.jwks),
      revocations,
      apiKeyIdentity: auth.apiKeyIdentity,
    }),
    jwks: auth.jwks,
    log,
    host: configuration.host,
    port: configuration.port,
    reservedPort,
    production: configuration.production,
    trustedProxies: configuration.trustedProxies,
    allowedOrigins: configuration.allowedOrigins,
    rateLimiter: new RateLimiter(configuration.rateLimits, usage),
    persistedOperations: {
      manifest: manifest(configuration.persistedOperationsOnly),
      only: configuration.persistedOperationsOnly,
    },
    example: EXAMPLE,
    dashboard: path.join(__dirname, '../dashboard/dist'),
  });
  cleanup.add(() => gateway.stop());
  if (configuration.supergraph !== undefined) {
    const stopWatching = watchSupergraph(configuration.supergraph, gateway, log);
    cleanup.add(async () => stopWatching());
  }
  return gateway;
}

/** Where nothing else is answered, clients that send the text of an operation are answered too. */
function manifest(only: boolean): Manifest {
  const byHash = readManifest(path.join(SCHEMA, 'operations/generated/persisted-documents.json'));
  return only ? new Map([...byHash, ...printedForms(Object.values(typedDocuments))]) : byHash;
}

function sourcesOf({ local, remote, tokens }: SubgraphPlaces): SourceFactory {
  const addresses = new Map<string, string>(remote);
  return ({ name }) => {
    const subgraph = local.get(name);
    if (subgraph) return new InProcessSource(subgraph);
    const url = addresses.get(name);
    if (url === undefined || tokens === null)
      throw new Error(`The supergraph names a subgraph that is nowhere: ${name}`);
    return new HttpSource({ name, url, headers: (context) => wireHeaders(context, name, tokens) });
  };
}
