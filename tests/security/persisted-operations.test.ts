import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { Kind, print, type DocumentNode } from 'graphql';
import {
  OperationStore,
  printedForms,
  readManifest,
  sha256,
} from '../../gateway/server/persisted-operations';
import { Door } from '../../gateway/testing/door';
import * as typedDocuments from '../../schema/operations/generated/graphql';
import { Api, newBusiness, newProduct } from '../support/api';
import { startTestBodega } from '../support/test-bodega';
import { codes, TRANSPORTS } from './support/transports';

const FILE = path.join(__dirname, '../../schema/operations/generated/persisted-documents.json');
const KEY = { 'x-api-key': '1:products:write' };
const QUERY = 'query ($id: ID!) { product(id: $id) { name } }';
const MUTATION = 'mutation { rename(id: 1, name: "x") { name } }';
const OTHER = 'query Other { product(id: 2) { name } }';
const manifest = new Map([QUERY, MUTATION].map((text) => [sha256(text), text]));
const byHash = (text: string, prefix = '') => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: prefix + sha256(text) } },
});
const answered = { product: { name: 'Product 1' } };
const variables = { id: '1' };

let open: Door;
let strict: Door;
beforeAll(async () => {
  [open, strict] = await Promise.all([
    Door.open({ persistedOperations: { manifest, only: false } }),
    Door.open({ persistedOperations: { manifest, only: true } }),
  ]);
});
afterAll(() => Promise.all([open.close(), strict.close()]));
beforeEach(() => {
  open.shop.products.requests.length = 0;
  strict.shop.products.requests.length = 0;
});

describe.each(TRANSPORTS)('an operation of the manifest, over %s', (transport, send) => {
  it('is answered by its hash, with or without the name of the algorithm', async () => {
    for (const door of [open, strict]) {
      expect((await send(door.url, { ...byHash(QUERY), variables }, KEY)).data).toEqual(answered);
      expect((await send(door.url, { ...byHash(QUERY, 'sha256:'), variables }, KEY)).data).toEqual(answered);
    }
  });

  it('is all that is answered where nothing else shall be, before anything else is read', async () => {
    const refused: [string, object][] = [
      ['another operation', { query: OTHER }],
      ['another operation under the hash of one that is there', { query: OTHER, ...byHash(QUERY) }],
      ['the hash of another', byHash(OTHER)],
      ['the same with another blank', { query: `${QUERY} ` }],
      ['introspection', { query: '{ __schema { types { name } } }' }],
      ['the smallest operation that there is', { query: '{ __typename }' }],
      ['a field that does not exist', { query: '{ nothing }' }],
      ['what cannot be parsed', { query: '{' }],
      ['a registration', { query: OTHER, ...byHash(OTHER) }],
      ['what was to be registered', byHash(OTHER)],
    ];
    for (const [what, request] of refused)
      expect([what, codes(await send(strict.url, request, KEY))]).toEqual([
        what,
        ['PERSISTED_QUERY_NOT_FOUND'],
      ]);
    expect(strict.shop.products.requests).toHaveLength(0);
    expect((await send(strict.url, { query: QUERY, variables }, KEY)).data).toEqual(answered);
  });

  it('is one of many elsewhere: clients may register their own', async () => {
    const own = `query Own { product(id: 1) { name } } # ${transport}`;
    expect(codes(await send(open.url, byHash(own), KEY))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await send(open.url, { query: own, ...byHash(own) }, KEY)).data).toEqual(answered);
    expect((await send(open.url, byHash(own), KEY)).data).toEqual(answered);
    // Nobody puts another text under a hash.
    expect(codes(await send(open.url, { query: OTHER, ...byHash(QUERY) }, KEY))).toEqual(['BAD_USER_INPUT']);
    expect((await send(open.url, { ...byHash(QUERY), variables }, KEY)).data).toEqual(answered);
  });
});

it('a mutation of the manifest does nothing by GET', async () => {
  const get = (text: string, more = '') =>
    fetch(
      `${strict.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(byHash(text).extensions))}${more}`,
      {
        headers: { ...KEY, 'apollo-require-preflight': '1' },
      },
    );
  expect((await get(MUTATION)).status).toBe(405);
  expect(strict.shop.products.requests).toHaveLength(0);
  expect((await get(QUERY, `&variables=${encodeURIComponent('{"id":"1"}')}`)).status).toBe(200);
});

describe('the manifest', () => {
  it('is read as codegen writes it, and refused when somebody has changed an operation in it', () => {
    expect(readManifest(FILE).size).toBe(
      Object.keys(JSON.parse(readFileSync(FILE, 'utf8')) as object).length,
    );
    const folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-manifest-'));
    const changed = path.join(folder, 'changed.json');
    writeFileSync(changed, JSON.stringify({ [`sha256:${sha256(QUERY)}`]: MUTATION }));
    expect(() => readManifest(changed)).toThrow('names another operation than its own');
    rmSync(folder, { recursive: true });
  });

  it('knows each typed document as clients print it, and as Apollo Client does', () => {
    const documents: DocumentNode[] = Object.values(typedDocuments);
    const forms = printedForms(documents);
    const operations = documents.filter(
      ({ definitions }) => definitions[0]?.kind === Kind.OPERATION_DEFINITION,
    );
    expect(operations.length).toBeGreaterThan(20);
    for (const document of operations)
      for (const text of [print(document), print(addTypenameToDocument(document))])
        expect(forms.get(sha256(text))).toBe(text);
  });

  it('cannot be pushed out by what clients register', async () => {
    const store = new OperationStore({ manifest, only: false });
    const large = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 20; i += 1) await store.set(`apq:${i}`, large);
    expect([await store.get('apq:0'), await store.get('apq:19')]).toEqual([undefined, large]);
    expect(await store.get(`apq:${sha256(QUERY)}`)).toBe(QUERY);
  });
});

it('the whole product works with nothing but the manifest', async () => {
  const bodega = await startTestBodega({ PERSISTED_OPERATIONS_ONLY: '1' });
  const owner = await newBusiness(bodega.url);
  expect((await newProduct(owner, { initialStock: 3 })).stock?.onHand).toBe(3);
  const anonymous = new Api(bodega.url);
  expect((await anonymous.send('{ me { id } }')).errors[0]?.extensions['code']).toBe(
    'PERSISTED_QUERY_NOT_FOUND',
  );
  await bodega.stop();
}, 60_000);
