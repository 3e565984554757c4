// Mercurius; with JIT=1 it compiles operations that it has seen once.
import { createRequire } from 'node:module';
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';
import { announce } from '../../support/serve.mjs';

const { PRODUCTS_SDL, INVENTORY_SDL_V1 } = createRequire(import.meta.url)('../catalogue.ts');

const app = Fastify();
app.register(mercuriusGateway, {
  ...(process.env.JIT && { jit: 1 }),
  gateway: {
    services: [
      { name: 'products', url: `${process.env.SUBGRAPHS}/products`, schema: PRODUCTS_SDL },
      { name: 'inventory', url: `${process.env.SUBGRAPHS}/inventory`, schema: INVENTORY_SDL_V1 },
    ],
  },
});
await app.listen({ host: '127.0.0.1', port: 0 });
announce(app.server.address().port);
