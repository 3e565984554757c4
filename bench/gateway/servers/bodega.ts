// This gateway: in front of both subgraphs over HTTP, or with EMBEDDED=1 with both in its process.
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import pino from 'pino';
import { createGateway } from '../../../gateway/create-gateway';
import type { SourceFactory } from '../../../gateway/engine/source';
import { HttpSource } from '../../../gateway/engine/sources/http-source';
import { InProcessSource } from '../../../gateway/engine/sources/in-process-source';
import { announce } from '../../support/serve.mjs';
import { federated, INVENTORY_SDL, inventoryResolvers, PRODUCTS_SDL, productsResolvers } from '../catalogue';

const overHttp: SourceFactory = ({ name, url }) => new HttpSource({ name, url, headers: () => ({}) });

const inProcess: SourceFactory = ({ name }) => {
  const [sdl, resolvers] =
    name === 'products' ? [PRODUCTS_SDL, productsResolvers] : [INVENTORY_SDL, inventoryResolvers];
  const schema = buildSubgraphSchema([{ typeDefs: parse(federated(sdl)), resolvers }]);
  return new InProcessSource({
    name,
    async execute({ document, variables }) {
      return execute({ schema, document, variableValues: variables });
    },
    subscribe: () => Promise.reject(new Error('Nothing to subscribe to')),
    health: async () => ({}),
  });
};

async function main(): Promise<void> {
  const gateway = await createGateway({
    supergraphSdl: readFileSync(process.env['SUPERGRAPH'] ?? '', 'utf8'),
    sources: process.env['EMBEDDED'] ? inProcess : overHttp,
    authenticator: null,
    jwks: null,
    log: pino({ level: 'info' }),
    host: '127.0.0.1',
    port: 0,
    production: true,
  });
  await gateway.listen();
  announce(Number(new URL(gateway.url).port));
}

void main();
