import type { Logger } from 'pino';
import type { InternalTokens } from '../platform/identity/internal-token';
import { HttpPeers } from '../platform/peers/http-peers';
import { InProcessPeers } from '../platform/peers/in-process-peers';
import type { Peers } from '../platform/peers/peers';
import type { DependencyStatus, Subgraph, SubgraphName } from '../platform/subgraph/subgraph';

export interface ConnectedPeers extends Peers {
  /** State of the peers in other processes: one whose circuit is open degrades its caller. */
  health(): Record<string, DependencyStatus>;
  close(): Promise<void>;
}

export interface PeerPlaces {
  /** Subgraphs of this process; looked up at the time of each call, since they start one beside the other. */
  readonly local: ReadonlyMap<string, Subgraph>;
  /** Addresses of those that run elsewhere. */
  readonly remote: ReadonlyMap<SubgraphName, string>;
  /** Null where everything runs in this process. */
  readonly tokens: InternalTokens | null;
}

/** How `service` reaches the other subgraphs: by a call where they run in this process, over HTTP where they do not. */
export function connectPeers(service: SubgraphName, places: PeerPlaces, log: Logger): ConnectedPeers {
  const near = new InProcessPeers(service, (name) => places.local.get(name));
  const far = places.tokens && new HttpPeers(service, places.remote, places.tokens, log);
  const isFar = (name: string): boolean => [...places.remote.keys()].some((remote) => remote === name);
  return {
    request: (context, operation, variables) =>
      (far && isFar(operation.subgraph) ? far : near).request(context, operation, variables),
    health: () =>
      Object.fromEntries(
        Object.entries(far?.circuits() ?? {}).map(([name, state]) => [
          name,
          state === 'closed' ? 'up' : 'degraded',
        ]),
      ),
    close: async () => far?.close(),
  };
}
