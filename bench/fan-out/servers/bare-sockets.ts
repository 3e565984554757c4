// WebSockets that are open and nothing else: what a socket costs by itself.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { announce } from '../../support/serve.mjs';

async function main(): Promise<void> {
  const server = createServer();
  new WebSocketServer({ server, path: '/graphql' }).on('connection', (socket) => {
    socket.on('message', () => socket.send('{"type":"connection_ack"}'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  announce((server.address() as AddressInfo).port);
}

void main();
