import { randomUUID } from 'node:crypto';
import { EnrichmentHarness } from './testing/enrichment-harness';

let harness: EnrichmentHarness;
beforeAll(async () => {
  harness = await EnrichmentHarness.start();
});
afterAll(() => harness.stop());

const SETTINGS = 'language confidential dailyTokens dailyUsd';
const UPDATE = `mutation ($input: EnrichmentSettingsInput!) { updateEnrichmentSettings(input: $input) {
  __typename ... on EnrichmentSettings { ${SETTINGS} } ... on ValidationError { fields { path message } } } }`;
const MARK = `mutation ($id: ID!, $confidential: Boolean!) { setProductConfidential(productId: $id, confidential: $confidential) {
  __typename ... on Product { id confidential } ... on ProductNotFound { productId } } }`;
const CALLS = `query ($first: Int, $after: String, $productId: ID) {
  enrichmentCalls(first: $first, after: $after, productId: $productId) {
    nodes { productId provider model promptVersion route outcome error fromCache promptTokens completionTokens costUsd product { id } }
    pageInfo { hasNextPage endCursor } } }`;

async function ask(
  document: string,
  variables: Record<string, unknown>,
  context = harness.context(),
): Promise<Record<string, unknown>> {
  const { data, errors } = await harness.execute(document, variables, context);
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as Record<string, unknown>;
}

const settings = (context = harness.context()): Promise<unknown> =>
  ask(`{ enrichmentSettings { ${SETTINGS} } }`, {}, context);

describe('the settings of a business', () => {
  const UNDECIDED = { language: null, confidential: false, dailyTokens: null, dailyUsd: null };

  it('should be undecided to begin with, and change only in what is given', async () => {
    const context = harness.context(undefined, randomUUID());
    expect(await settings(context)).toEqual(UNDECIDED);
    await ask(UPDATE, { input: { language: 'ES', dailyTokens: 100_000 } }, context);
    await ask(UPDATE, { input: { confidential: true, dailyUsd: '2.50' } }, context);
    const decided = { language: 'ES', confidential: true, dailyTokens: 100_000, dailyUsd: '2.5' };
    expect(await settings(context)).toEqual(decided);
    expect(await ask(UPDATE, { input: { language: null, dailyUsd: null } }, context)).toEqual({
      __typename: 'EnrichmentSettings',
      ...{ ...decided, language: null, dailyUsd: null },
    });
    // Nobody else's changed.
    expect(await settings()).toEqual(UNDECIDED);
  });

  it.each([
    ['dailyTokens', -1],
    ['dailyTokens', 1_000_000_001],
    ['dailyUsd', '-1'],
    ['dailyUsd', '1e3'],
    ['dailyUsd', 'NaN'],
    ['dailyUsd', '1\0'],
    ['dailyUsd', '0.123456789'],
  ])('should refuse %s of %p, and change nothing', async (field, value) => {
    const before = await settings();
    expect(await ask(UPDATE, { input: { confidential: true, [field]: value } })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: ['input', field], message: expect.any(String) }],
    });
    expect(await settings()).toEqual(before);
  });

  it('should keep both of two changes at the same time', async () => {
    const context = harness.context(undefined, randomUUID());
    await Promise.all([
      ask(UPDATE, { input: { language: 'EN' } }, context),
      ask(UPDATE, { input: { confidential: true } }, context),
      ask(UPDATE, { input: { dailyTokens: 5 } }, context),
    ]);
    expect(await settings(context)).toEqual({
      language: 'EN',
      confidential: true,
      dailyTokens: 5,
      dailyUsd: null,
    });
  });

  it('should decide the language of the text', async () => {
    const tenantId = randomUUID();
    const context = harness.context(undefined, tenantId);
    await ask(UPDATE, { input: { language: 'ES' } }, context);
    const product = harness.product({ name: 'Blue Cotton Shirt' }, tenantId);
    const { description } = (await harness.enrich(product.productId, true, context)) as {
      description: string;
    };
    expect(description).toContain('algodón');
  });

  it('should be closed to those who may only read', async () => {
    for (const document of [
      `{ enrichmentSettings { ${SETTINGS} } }`,
      '{ enrichmentCalls { nodes { id } } }',
    ]) {
      const { errors } = await harness.execute(
        document,
        {},
        harness.context(['enrichment:read', 'products:read']),
      );
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });
});

describe('a confidential product', () => {
  it('should be marked and unmarked, any number of times', async () => {
    const { productId: id } = harness.product();
    for (const confidential of [true, true, false, false, true]) {
      expect(await ask(MARK, { id, confidential })).toEqual({ __typename: 'Product', id, confidential });
    }
    await harness.enrich(id, true);
    const calls = await ask(CALLS, { productId: id });
    expect(calls['nodes']).toMatchObject([{ route: 'confidential, so not in a cloud' }]);
  });

  it.each([
    ['unknown', randomUUID()],
    ['malformed', 'x'],
    ['with a NUL', '\0'],
  ])('should not be found by an id that is %s', async (_what, id) => {
    expect(await ask(MARK, { id, confidential: true })).toEqual({
      __typename: 'ProductNotFound',
      productId: id,
    });
    expect(
      await harness.rows('SELECT 1 FROM confidential_product WHERE product_id::text = $1', [
        id.replace('\0', ''),
      ]),
    ).toEqual([]);
  });
});

describe('enrichmentCalls', () => {
  it('should tell of each call, page by page, the newest first', async () => {
    const tenantId = randomUUID();
    const context = harness.context(undefined, tenantId);
    const products = Array.from({ length: 5 }, () => harness.product({}, tenantId));
    for (const product of products) await harness.enrich(product.productId, true, context);
    const seen: string[] = [];
    let after: unknown = null;
    for (let page = 0; page < 3; page++) {
      const calls = await ask(CALLS, { first: 2, after }, context);
      const info = calls['pageInfo'] as { hasNextPage: boolean; endCursor: string };
      seen.push(...(calls['nodes'] as { productId: string }[]).map((call) => call.productId));
      expect(info.hasNextPage).toBe(page < 2);
      after = info.endCursor;
    }
    expect(seen).toEqual(products.map((product) => product.productId).reverse());
    const [last] = products.slice(-1);
    const one = await ask(CALLS, { productId: last?.productId }, context);
    expect(one['nodes']).toEqual([
      {
        ...{ productId: last?.productId, product: { id: last?.productId } },
        ...{ provider: 'builtin', model: 'templates-1', promptVersion: 'templates-1', route: 'first choice' },
        ...{
          outcome: 'SUCCEEDED',
          error: null,
          fromCache: false,
          promptTokens: 0,
          completionTokens: 0,
          costUsd: '0',
        },
      },
    ]);
    expect((await ask(CALLS, {}))['nodes']).not.toContainEqual(
      expect.objectContaining({ productId: last?.productId }),
    );
  });

  it.each([
    ['first: 0', { first: 0 }],
    ['first: 101', { first: 101 }],
    ['a cursor of another list', { after: 'bm90IG91cnM' }],
    ['a cursor with a NUL', { after: '\0' }],
  ])('should refuse %s', async (_what, variables) => {
    const { errors } = await harness.execute(CALLS, variables);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
