// This gateway, with both subgraphs in its process. Identity is on; an API key is the name of its person.
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe } from 'graphql';
import pino from 'pino';
import { createGateway } from '../../../gateway/create-gateway';
import { InProcessSource } from '../../../gateway/engine/sources/in-process-source';
import { Authenticator } from '../../../gateway/identity/authenticator';
import { KeySet } from '../../../gateway/identity/key-set';
import { RevocationList } from '../../../gateway/identity/revocation-list';
import { PushStream } from '../../../platform/async/push-stream';
import { announce } from '../../support/serve.mjs';
import { ALERT_SDL, product, PRODUCTS_SDL, raise, type nextEvent } from '../alerts';

type Event = ReturnType<typeof nextEvent>;

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const TENANT = '0197a000-0000-7000-8000-000000000001';
const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
const streams = new Set<PushStream<Event>>();

function stream(): PushStream<Event> {
  const opened: PushStream<Event> = new PushStream({
    capacity: 1_024,
    onOverflow: () => {
      throw new Error('The gateway does not read its events');
    },
    onClose: () => streams.delete(opened),
  });
  streams.add(opened);
  return opened;
}

const subgraphs = {
  inventory: {
    sdl: ALERT_SDL,
    resolvers: {
      Mutation: {
        raise: (_: unknown, { count, perSecond }: { count: number; perSecond: number }) => {
          void raise(count, perSecond, (event) => streams.forEach((open) => open.push(event)));
          return true;
        },
      },
      Subscription: { stockAlert: { subscribe: stream }, stockChanged: { subscribe: stream } },
    },
  },
  products: {
    sdl: PRODUCTS_SDL,
    resolvers: { Product: { __resolveReference: ({ id }: { id: string }) => product(id) } },
  },
};

function source(name: string): InProcessSource {
  const { sdl, resolvers } = name === 'products' ? subgraphs.products : subgraphs.inventory;
  const schema = buildSubgraphSchema([{ typeDefs: parse(`${LINK} ${sdl}`), resolvers }]);
  return new InProcessSource({
    name,
    execute: async ({ document, variables }) => execute({ schema, document, variableValues: variables }),
    subscribe: async ({ document, variables }) => subscribe({ schema, document, variableValues: variables }),
    health: async () => ({}),
  });
}

async function main(): Promise<void> {
  const { supergraphSdl } = composeServices(
    Object.entries(subgraphs).map(([name, { sdl }]) => ({
      name,
      typeDefs: parse(`${LINK} ${sdl}`),
      url: `http://${name}.invalid`,
    })),
  );
  const revocations = new RevocationList(async () => [], log);
  await revocations.start();
  const gateway = await createGateway({
    supergraphSdl: supergraphSdl ?? '',
    sources: ({ name }) => source(name),
    authenticator: new Authenticator({
      keys: new KeySet(async () => '{"keys":[]}'),
      revocations,
      apiKeyIdentity: async (userId) => ({
        tenantId: TENANT,
        userId,
        apiKeyId: userId,
        role: 'SELLER',
        scopes: ['inventory:read'],
      }),
    }),
    jwks: null,
    log,
    host: '127.0.0.1',
    port: 0,
    production: true,
  });
  await gateway.listen();
  announce(Number(new URL(gateway.url).port));
}

void main();
