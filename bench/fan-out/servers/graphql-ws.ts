// The usual way: graphql-ws, and one execution by graphql-js for each subscriber and event. Nothing has to be completed.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, GraphQLObjectType } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { PushStream } from '../../../platform/async/push-stream';
import { announce } from '../../support/serve.mjs';
import { ALERT_SDL, raise, type nextEvent } from '../alerts';

type Event = ReturnType<typeof nextEvent>;

const streams = new Set<PushStream<Event>>();
const schema = buildSchema(
  `directive @key(fields: String!) on OBJECT ${ALERT_SDL} extend type Product { name: String! price: String! }`,
);
const root = schema.getSubscriptionType();
if (!(root instanceof GraphQLObjectType)) throw new Error('There is nothing to subscribe to');
for (const field of Object.values(root.getFields())) {
  field.subscribe = () => {
    const opened: PushStream<Event> = new PushStream({
      capacity: 1_024,
      onOverflow: (queue) => queue,
      onClose: () => streams.delete(opened),
    });
    streams.add(opened);
    return opened;
  };
}

async function main(): Promise<void> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += String(chunk)));
    request.on('end', () => {
      const { count, perSecond } = (JSON.parse(body) as { variables: { count: number; perSecond: number } })
        .variables;
      void raise(count, perSecond, (event) => streams.forEach((open) => open.push(event)));
      response.end('{}');
    });
  });
  useServer({ schema }, new WebSocketServer({ server, path: '/graphql' }));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  announce((server.address() as AddressInfo).port);
}

void main();
