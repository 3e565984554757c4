// The limit of Node: reads the request, parses it and sends a text that was ready before.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { announce } from '../../support/serve.mjs';

const { expected } = createRequire(import.meta.url)('../catalogue.ts');
const ready = JSON.stringify(expected(0));

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(ready),
    });
    response.end(ready);
  });
});
server.listen(0, '127.0.0.1', () => announce(server.address().port));
