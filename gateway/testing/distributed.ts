import { createServer, type RequestListener, type Server } from 'node:http';
import { InternalTokens } from '../../platform/identity/internal-token';
import { serveSubgraph, type SubgraphServer } from '../../platform/subgraph/subgraph-server';
import { wireHeaders } from '../../platform/subgraph/wire';
import { listen } from '../../platform/http/listen';
import { HttpSource } from '../engine/sources/http-source';
import type { SourceFactory } from '../engine/source';
import { silent } from './door';
import type { Shop } from './shop';

const tokens = new InternalTokens('0123456789abcdef0123456789abcdef');

/** The shop with each subgraph behind a server of its own, as when it is deployed. */
export class Distributed {
  readonly servers = new Map<string, SubgraphServer>();

  static async start(shop: Shop): Promise<Distributed> {
    const distributed = new Distributed();
    for (const subgraph of [shop.products, shop.inventory]) {
      const server = await serveSubgraph({ subgraph, tokens, log: silent, host: '127.0.0.1', port: 0 });
      distributed.servers.set(subgraph.name, server);
    }
    return distributed;
  }

  readonly sources: SourceFactory = ({ name }) => httpSource(name, this.servers.get(name)?.port ?? 0);

  async stop(): Promise<void> {
    await Promise.all([...this.servers.values()].map((server) => server.stop()));
  }
}

export function httpSource(name: string, port: number): HttpSource {
  return new HttpSource({
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    headers: (context) => wireHeaders(context, name, tokens),
  });
}

/** A server that answers as it is told to, and how to end it. */
export async function rawServer(
  answer: RequestListener,
): Promise<{ port: number; server: Server; stop(): Promise<void> }> {
  const server = createServer(answer);
  const port = await listen(server, '127.0.0.1', 0);
  return {
    port,
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
