import { newProduct } from '../support/api';
import { someId, type AskedSystem } from './asked-system';

/** What a model writes, and what a business decides about it. */
export function enrichment(system: () => AskedSystem): void {
  it('enrichment: asked for, waited for, added up', async () => {
    const { ask, owner } = system();
    const { id } = await newProduct(owner, {
      name: 'Stainless steel garden scissors',
      keywords: ['garden', 'scissors'],
    });
    const enriched = await ask(
      'mutation ($id: ID!) { enrichProduct(productId: $id, wait: true) { __typename ... on Enrichment { status provider description category keywords fromCache attempts product { name } } ... on ProductNotFound { productId } ... on EnrichmentUnavailable { retryAfterSeconds } } }',
      { id },
    );
    expect(enriched).toMatchObject({
      __typename: 'Enrichment',
      status: 'COMPLETED',
      provider: 'builtin',
      product: { name: 'Stainless steel garden scissors' },
    });
    expect(
      await ask(
        'mutation { enrichProduct(productId: "' +
          someId +
          '") { __typename ... on ProductNotFound { productId } } }',
      ),
    ).toEqual({ __typename: 'ProductNotFound', productId: someId });
    const usage = await ask(
      'query ($from: DateTime!, $to: DateTime!) { enrichmentUsage(from: $from, to: $to) { __typename requests failures promptTokens costUsd } }',
      { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' },
    );
    expect(usage).toMatchObject({ __typename: 'EnrichmentUsage', failures: 0 });
  });

  it('enrichment: what a business decides, and every call that was made for it', async () => {
    const { ask, owner } = system();
    const { id } = await newProduct(owner, { name: 'Secret prototype' });
    const SETTINGS = '{ language confidential dailyTokens dailyUsd }';
    const UPDATE = `mutation ($input: EnrichmentSettingsInput!) { updateEnrichmentSettings(input: $input) { __typename ... on EnrichmentSettings ${SETTINGS} ... on ValidationError { fields { path } } } }`;
    expect(await ask(UPDATE, { input: { dailyTokens: -1 } })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await ask(UPDATE, { input: { confidential: true, dailyTokens: 1000 } })).toMatchObject({
      __typename: 'EnrichmentSettings',
      confidential: true,
      dailyTokens: 1000,
    });
    expect(await ask(`{ enrichmentSettings ${SETTINGS} }`)).toMatchObject({
      confidential: true,
      dailyTokens: 1000,
    });
    const CONFIDENTIAL =
      'mutation ($id: ID!) { setProductConfidential(productId: $id, confidential: true) { __typename ... on Product { name } ... on ProductNotFound { productId } } }';
    expect(await ask(CONFIDENTIAL, { id })).toEqual({ __typename: 'Product', name: 'Secret prototype' });
    expect(await ask(CONFIDENTIAL, { id: someId })).toEqual({
      __typename: 'ProductNotFound',
      productId: someId,
    });
    await ask('mutation ($id: ID!) { enrichProduct(productId: $id, wait: true) { __typename } }', { id });
    const calls = await ask(
      'query ($id: ID) { enrichmentCalls(productId: $id) { __typename nodes { provider product { name } } } }',
      { id },
    );
    expect(calls['nodes']).toEqual([{ provider: 'builtin', product: { name: 'Secret prototype' } }]);
  });

  it('enrichment: where a business has itself told of what was written', async () => {
    const { ask } = system();
    const SAVED =
      '{ __typename ... on EnrichmentWebhookSaved { secret webhook { url } } ... on UserError { message } }';
    const SET = `mutation ($url: String!) { setEnrichmentWebhook(url: $url) ${SAVED} }`;
    const ROTATE = `mutation { rotateEnrichmentWebhookSecret ${SAVED} }`;
    const REMOVE = `mutation { removeEnrichmentWebhook { __typename ... on EnrichmentWebhook { url } ... on EnrichmentWebhookNotSet { message } } }`;
    expect((await ask(SET, { url: 'https://127.0.0.1/hooks' })).__typename).toBe('ValidationError');
    expect((await ask(ROTATE)).__typename).toBe('EnrichmentWebhookNotSet');
    const url = 'https://1.1.1.1/hooks';
    expect(await ask(SET, { url })).toEqual({
      ...{ __typename: 'EnrichmentWebhookSaved', webhook: { url } },
      secret: expect.stringMatching(/^whsec_/),
    });
    expect(await ask('{ enrichmentWebhook { __typename url } }')).toMatchObject({ url });
    expect((await ask(ROTATE)).__typename).toBe('EnrichmentWebhookSaved');
    expect(await ask(REMOVE)).toEqual({ __typename: 'EnrichmentWebhook', url });
    expect((await ask(REMOVE)).__typename).toBe('EnrichmentWebhookNotSet');
    expect(
      await ask(
        '{ enrichmentWebhookDeliveries(first: 5) { __typename nodes { id status product { name } } } }',
      ),
    ).toMatchObject({ nodes: [] });
  });
}
