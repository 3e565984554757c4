import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { createClient } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import WebSocket, { WebSocketServer } from 'ws';
import { PushStream } from '../platform/async/push-stream';
import { listen } from '../platform/http/listen';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const BOOKS = `${LINK}
  type Book @key(fields: "isbn") { isbn: ID! title: String! }
  type Query { book(isbn: ID!): Book }
  type Subscription { bookAdded: Book }`;
const REVIEWS = `${LINK}
  type Book @key(fields: "isbn") { isbn: ID! stars: Int! }
  type Mutation { review(isbn: ID!, stars: Int!): Book }`;

const stars = new Map([['1', 4]]);
let added: PushStream<{ bookAdded: { isbn: string; title: string } }>;
const title = (isbn: string) => ({ isbn, title: `Book ${isbn}` });

/** A subgraph as others have them: no token, no header, nothing of Bodega's. */
async function serve(sdl: string, resolvers: object): Promise<{ server: Server; url: string }> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const server = createServer(createHandler({ schema }) as never);
  useServer({ schema }, new WebSocketServer({ server }));
  return { server, url: `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}` };
}

let directory: string;
let supergraph: string;
let servers: Server[];
const children: ChildProcess[] = [];
let addresses: { books: string; reviews: string };

function compose(reviews = REVIEWS): string {
  const subgraph = (name: string, sdl: string, url: string) => ({ name, typeDefs: parse(sdl), url });
  const composed = composeServices([
    subgraph('books', BOOKS, addresses.books),
    // Nobody is there: the variable says where it is.
    subgraph('book-reviews', reviews, 'http://127.0.0.1:1/'),
  ]);
  if (composed.supergraphSdl === undefined) throw new Error(String(composed.errors));
  return composed.supergraphSdl;
}

/** As an editor and as Kubernetes do it: the file is there whole or not at all. */
function replace(text: string): void {
  writeFileSync(`${supergraph}.new`, text);
  renameSync(`${supergraph}.new`, supergraph);
}

beforeAll(async () => {
  const books = await serve(BOOKS, {
    Book: { __resolveReference: ({ isbn }: { isbn: string }) => title(isbn) },
    Query: { book: (_: unknown, { isbn }: { isbn: string }) => title(isbn) },
    Subscription: {
      bookAdded: {
        subscribe: () => (added = new PushStream({ capacity: 8, onOverflow: (queue) => queue })),
      },
    },
  });
  const reviews = await serve(`${REVIEWS} extend type Book { votes: Int }`, {
    Book: {
      __resolveReference: ({ isbn }: { isbn: string }) => ({ isbn, stars: stars.get(isbn) ?? 0, votes: 7 }),
    },
    Mutation: {
      review: (_: unknown, { isbn, stars: given }: { isbn: string; stars: number }) => {
        stars.set(isbn, given);
        return { isbn, stars: given };
      },
    },
  });
  servers = [books.server, reviews.server];
  addresses = { books: books.url, reviews: reviews.url };
  directory = mkdtempSync(path.join(tmpdir(), 'bodega-gateway-alone-'));
  supergraph = path.join(directory, 'supergraph.graphql');
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of servers) server.close().closeAllConnections();
  rmSync(directory, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  /** Resolves when that has been printed. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
}

function start(args: string[]): Running {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'processes/gateway.ts', ...args], {
    cwd: path.join(__dirname, '..'),
    env: { PATH: process.env['PATH'], HOME: directory, PORT: '0', BOOK_REVIEWS_URL: addresses.reviews },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of waiting) look();
    });
  const printed = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(output);
        if (found) resolve(found);
      };
      waiting.add(look);
      child.once('close', () => reject(new Error(`It ended: ${output}`)));
      look();
    });
  return { child, printed };
}

describe('the gateway alone', () => {
  it('serves queries, mutations and subscriptions of a supergraph that is not ours, and follows its file', async () => {
    writeFileSync(supergraph, compose());
    const { child, printed } = start(['--supergraph', supergraph]);
    const [, url = ''] = await printed(/The gateway is ready at (\S+)/);
    const ask = async (query: string): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
    };
    const book = '{ book(isbn: "1") { title stars } }';
    expect(await ask(book)).toEqual({ data: { book: { title: 'Book 1', stars: 4 } } });
    expect(await ask('mutation { review(isbn: "1", stars: 5) { stars title } }')).toMatchObject({
      data: { review: { stars: 5 } },
    });

    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const events = client.iterate({ query: 'subscription { bookAdded { title stars } }' });
    const first = events.next();
    while (!added) await new Promise((resolve) => setImmediate(resolve));
    added.push({ bookAdded: title('2') });
    expect((await first).value).toEqual({ data: { bookAdded: { title: 'Book 2', stars: 0 } } });

    replace('type Query { nothing: Int }');
    child.kill('SIGHUP');
    await printed(/the new supergraph cannot be served; the old one stays/);
    expect(await ask(book)).toEqual({ data: { book: { title: 'Book 1', stars: 5 } } });

    const ended = expect(events.next()).rejects.toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'SUBSCRIPTION_SCHEMA_RELOAD' }),
      }),
    ]);
    replace(compose(`${REVIEWS} extend type Book { votes: Int }`));
    await printed(/serving the new supergraph/);
    await ended;
    expect(await ask('{ book(isbn: "1") { votes } }')).toEqual({ data: { book: { votes: 7 } } });

    await client.dispose();
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  }, 60_000);

  it('refuses in one line to start without a supergraph that it can serve', async () => {
    const file = path.join(directory, 'no-supergraph.graphql');
    writeFileSync(file, 'type Query { a: Int }');
    const said = async (args: string[]): Promise<string[]> => {
      const { child } = start(args);
      let output = '';
      child.stderr?.on('data', (text: string) => (output += text));
      expect(await once(child, 'close')).toEqual([args.length === 0 ? 2 : 1, null]);
      return output.trim().split('\n');
    };
    const none = path.join(directory, 'none');
    expect(await Promise.all([[], ['--supergraph', none], ['--supergraph', file]].map(said))).toEqual([
      ['--supergraph must name a file. (--help shows the usage)'],
      [`gateway: The supergraph cannot be read (ENOENT): ${none}`],
      [expect.stringMatching(/^gateway: \S+no-supergraph.graphql cannot be served: ./)],
    ]);
  }, 60_000);
});
