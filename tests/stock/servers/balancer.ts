import { once } from 'node:events';
import net from 'node:net';

/** One address for several replicas, as a service of a cluster is: connections go to them in turn. */
export interface Balancer {
  readonly port: number;
  stop(): Promise<void>;
}

/** A replica that refuses the connection is left out for that connection; the caller sees a reset when all refuse. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<net.Socket>();
  let turn = 0;
  const server = net.createServer((client) => {
    const first = turn++;
    sockets.add(client);
    client.once('close', () => sockets.delete(client)).on('error', () => client.destroy());
    const connect = (attempt: number): void => {
      const port = ports[(first + attempt) % ports.length];
      if (port === undefined || attempt >= ports.length) {
        client.resetAndDestroy();
        return;
      }
      const replica = net.connect({ port, host: '127.0.0.1' });
      let connected = false;
      replica.once('connect', () => {
        connected = true;
        sockets.add(replica);
        client.pipe(replica).pipe(client);
        client.once('close', () => replica.destroy());
      });
      replica.once('close', () => {
        sockets.delete(replica);
        if (connected) client.destroy();
      });
      replica.on('error', () => (connected ? client.resetAndDestroy() : connect(attempt + 1)));
    };
    connect(0);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The balancer has no port');
  return {
    port: address.port,
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      if (server.listening) await once(server, 'close');
    },
  };
}
