// Both subgraphs over HTTP, as fast as they can be, so that it is the gateways that are measured: each text compiled once.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { announce } from '../../support/serve.mjs';

const catalogue = createRequire(import.meta.url)('../catalogue.ts');

function subgraph(sdl, resolvers) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(catalogue.federated(sdl)), resolvers }]);
  const compiled = new Map();
  return (query, variables) => {
    let operation = compiled.get(query);
    if (!operation) compiled.set(query, (operation = compileQuery(schema, parse(query))));
    return operation.query(undefined, {}, variables ?? {});
  };
}

const subgraphs = {
  '/products': subgraph(catalogue.PRODUCTS_SDL, catalogue.productsResolvers),
  '/inventory': subgraph(catalogue.INVENTORY_SDL, catalogue.inventoryResolvers),
};

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const text = JSON.stringify(await subgraphs[request.url](query, variables));
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => announce(server.address().port));
