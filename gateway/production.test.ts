import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { Door } from './testing/door';

const page = (door: Door, path: string) =>
  fetch(`${door.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' });

describe('introspection and pages', () => {
  it('are there for developers, whatever the depth of the query that every IDE sends', async () => {
    const door = await Door.open();
    const { status, body } = await door.post(getIntrospectionQuery());
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(JSON.stringify(body.data)).toContain('StockAlert');
    const { body: both } = await door.post('{ __schema { queryType { name } } product(id: 1) { name } }');
    expect(both).toEqual({
      data: { __schema: { queryType: { name: 'Query' } }, product: { name: 'Product 1' } },
    });
    expect((await page(door, '/graphql')).headers.get('content-security-policy')).toMatch(
      /script-src 'nonce-[\w+/=]+' https:/,
    );
    await door.close();
  });

  it('are off in production, and so are suggestions', async () => {
    const door = await Door.open({ production: true });
    const { status, body } = await door.post('{ __schema { queryType { name } } }');
    expect([status, body.errors?.[0]?.extensions['code'], body.data]).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
      undefined,
    ]);
    expect((await door.post('{ produc(id: 1) { name } }')).body.errors?.[0]?.message).toBe(
      'Cannot query field "produc" on type "Query".',
    );
    expect((await page(door, '/altair/')).status).toBe(404);
    expect((await page(door, '/')).status).toBe(404);
    expect((await page(door, '/graphql')).status).toBe(400);
    await door.close();
  });

  it('keep what is inaccessible out of the schema', async () => {
    const door = await Door.open();
    const { body } = await door.post('{ __type(name: "Query") { fields { name } } }');
    expect(JSON.stringify(body.data)).not.toContain('secret');
    await door.close();
  });

  it('remember a document by its hash for clients that ask so (automatic persisted queries)', async () => {
    const door = await Door.open();
    const query = '{ product(id: 1) { name } }';
    const sha256Hash = '5ef0d5ac1b2f7c1b4a66c5e1b3f5b7b3a8a3b7d7c0c5a1b9ad2b0ef5e9f1d0aa';
    const unknown = await door.send({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    expect(unknown.body.errors?.[0]?.extensions['code']).toBe('PERSISTED_QUERY_NOT_FOUND');
    const hash = createHash('sha256').update(query).digest('hex');
    const persistedQuery = { version: 1, sha256Hash: hash };
    await door.send({ query, extensions: { persistedQuery } });
    expect((await door.send({ extensions: { persistedQuery } })).body).toEqual({
      data: { product: { name: 'Product 1' } },
    });
    await door.close();
  });

  it('answer other origins only when the configuration names them', async () => {
    const door = await Door.open({ allowedOrigins: ['https://shop.example'] });
    const preflight = (origin: string) =>
      fetch(`${door.url}/graphql`, { method: 'OPTIONS', headers: { origin } });
    expect((await preflight('https://shop.example')).headers.get('access-control-allow-origin')).toBe(
      'https://shop.example',
    );
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    (await door.socket({ origin: 'https://shop.example' })).close();
    await door.close();
  });
});
