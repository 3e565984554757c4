import { randomUUID } from 'node:crypto';
import { EnrichmentHarness } from '../testing/enrichment-harness';
import { act, PAGE, ScriptedModel, type Act } from '../testing/scripted-model';

let model: ScriptedModel;
let harness: EnrichmentHarness;
beforeAll(async () => {
  await import('openai');
  model = await ScriptedModel.start();
});
afterAll(() => model.stop());
afterEach(() => harness.stop());

const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  ...{ OPENAI_API_KEY: 'secret', OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'gpt-test' },
  ...{ ENRICHMENT_PROVIDERS: 'openai', ...more },
});
const start = async (more?: Record<string, string>): Promise<void> => {
  harness = await EnrichmentHarness.start(environment(more));
};

/** Answers when it is told to. */
function gated(answer: Act = act.answer()): { act: Act; open(): void } {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  return {
    open,
    act: async (response, request) => {
      await gate;
      await answer(response, request);
    },
  };
}

const USAGE = `query ($from: DateTime!, $to: DateTime!) { enrichmentUsage(from: $from, to: $to) {
  requests cacheHits failures promptTokens completionTokens costUsd } }`;
async function usage(): Promise<unknown> {
  const range = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  return (await harness.execute(USAGE, range)).data?.['enrichmentUsage'];
}

describe('the cache', () => {
  it('should pay once for the same content, and say so', async () => {
    await start();
    model.play([]);
    const [one, same] = [harness.product(), harness.product()];
    expect(await harness.enrich(one.productId, true)).toMatchObject({
      status: 'COMPLETED',
      fromCache: false,
      attempts: 1,
    });
    expect(await harness.enrich(same.productId, true)).toMatchObject({
      ...{ status: 'COMPLETED', fromCache: true, attempts: 0, promptTokens: 0, completionTokens: 0 },
      ...{ description: PAGE.description, category: PAGE.category, provider: 'openai', model: 'gpt-test' },
    });
    expect(model.requests).toHaveLength(1);
    expect(await usage()).toEqual({
      ...{ requests: 1, cacheHits: 1, failures: 0, promptTokens: 120, completionTokens: 60, costUsd: '0' },
    });
  });

  it.each([
    ['another name', { name: 'Red Ceramic Mug' }],
    ['another keyword', { keywords: ['tea'] }],
    ['other words of a person', { description: 'Ours since 1950.' }],
  ])('should not mistake %s for the same', async (_what, change) => {
    await start();
    model.play([]);
    await harness.enrich(harness.product().productId, true);
    expect(await harness.enrich(harness.product(change).productId, true)).toMatchObject({ fromCache: false });
    expect(model.requests).toHaveLength(2);
  });

  it("should not tell a business what another one's product was given", async () => {
    await start();
    model.play([]);
    const tenantId = randomUUID();
    await harness.enrich(harness.product().productId, true);
    const elsewhere = harness.product({}, tenantId);
    const context = harness.context(undefined, tenantId);
    expect(await harness.enrich(elsewhere.productId, true, context)).toMatchObject({ fromCache: false });
  });

  it('should make one call for two identical requests at once, of two processes too', async () => {
    await start();
    const another = await harness.startAnother(environment());
    const slow = gated();
    model.play([], slow.act);
    const products = Array.from({ length: 12 }, () => harness.product());
    for (const product of products) await harness.created(product);
    await model.untilRequests(1);
    const processing = `SELECT 1 FROM job WHERE status = 'PROCESSING'`;
    await harness.until(async () => (await harness.rows(processing)).length === 12);
    slow.open();
    for (const product of products) await harness.untilEnded(product.productId);
    expect(model.requests).toHaveLength(1);
    expect(await usage()).toMatchObject({ requests: 1, cacheHits: 11 });
    await another.stop();
  });

  it('should let the next one ask when the first one failed', async () => {
    await start();
    const slow = gated(act.refusal());
    model.play([slow.act]);
    const [one, two] = [harness.product(), harness.product()];
    await harness.enrich(one.productId);
    await harness.enrich(two.productId);
    await model.untilRequests(1);
    slow.open();
    await harness.untilEnded(one.productId);
    await harness.untilEnded(two.productId);
    expect(model.requests).toHaveLength(2);
    const ends = await harness.rows('SELECT status FROM job ORDER BY status');
    expect(ends).toEqual([{ status: 'COMPLETED' }, { status: 'FAILED' }]);
  });

  it('should forget after its time', async () => {
    await start({ ENRICHMENT_CACHE_HOURS: '1' });
    model.play([]);
    await harness.enrich(harness.product().productId, true);
    await harness.sql.query(`UPDATE cached_answer SET expires_at = expires_at - interval '61 minutes'`);
    await harness.enrich(harness.product().productId, true);
    expect(model.requests).toHaveLength(2);
  });
});

describe('the budget', () => {
  const spent = async (): Promise<Record<string, unknown>[]> =>
    harness.rows(
      'SELECT tokens_spent::int AS spent, tokens_reserved::int AS reserved, usd_spent::float AS usd FROM spending',
    );

  it('should never be passed by a race of 200 jobs', async () => {
    const LIMIT = 30_000;
    await start({ ENRICHMENT_DAILY_TOKENS: String(LIMIT) });
    let answered = 0;
    model.play([], async (response, request) => {
      answered += 1;
      const [row] = await spent();
      expect(Number(row?.['spent']) + Number(row?.['reserved'])).toBeLessThanOrEqual(LIMIT);
      await act.answer(PAGE, { prompt_tokens: 2_000, completion_tokens: 500 })(response, request);
    });
    const products = Array.from({ length: 200 }, (_, index) =>
      harness.product({ name: `Blue Mug ${index}` }),
    );
    for (const product of products) await harness.created(product);
    for (const product of products) await harness.untilEnded(product.productId);
    const [row] = await spent();
    expect(row).toMatchObject({ spent: answered * 2_500, reserved: 0 });
    expect(answered * 2_500).toBeLessThanOrEqual(LIMIT);
    expect(answered).toBeGreaterThan(LIMIT / 2_500 / 2);
    const ends = await harness.rows('SELECT status, error, count(*)::int FROM job GROUP BY 1, 2 ORDER BY 1');
    expect(ends).toEqual([
      { status: 'COMPLETED', error: null, count: answered },
      {
        status: 'FAILED',
        error: "The business's budget for models is spent for today.",
        count: 200 - answered,
      },
    ]);
  });

  it('should be refused clearly, without a request', async () => {
    await start({
      ENRICHMENT_DAILY_USD: '0.00000001',
      ENRICHMENT_PRICES: '{"gpt-test":{"prompt":1,"completion":1}}',
    });
    model.play([]);
    const answer = (await harness.enrich(harness.product().productId, true)) as Record<string, unknown>;
    expect(answer).toEqual({
      __typename: 'EnrichmentUnavailable',
      message: "The business's budget for models is spent for today.",
      retryAfterSeconds: expect.any(Number),
    });
    expect(answer['retryAfterSeconds']).toBeLessThanOrEqual(86_400);
    expect(model.requests).toHaveLength(0);
  });

  it('should count money by the price table, and give back what was not used', async () => {
    await start({
      ENRICHMENT_DAILY_USD: '1',
      ENRICHMENT_PRICES: '{"gpt-test":{"prompt":"10","completion":"100"}}',
    });
    model.play([]);
    await harness.enrich(harness.product().productId, true);
    // 120 × 10 / 1,000,000 + 60 × 100 / 1,000,000
    expect(await spent()).toEqual([{ spent: 180, reserved: 0, usd: 0.0072 }]);
    expect(await usage()).toMatchObject({ costUsd: '0.0072' });
  });

  it('should give back what failed', async () => {
    await start({ ENRICHMENT_DAILY_TOKENS: '100000' });
    model.play([], act.error(400));
    await harness.enrich(harness.product().productId, true);
    expect(await spent()).toEqual([{ spent: 0, reserved: 0, usd: 0 }]);
  });

  it('should fall back to the built-in writer where that is allowed', async () => {
    await start({ ENRICHMENT_DAILY_TOKENS: '0', ENRICHMENT_PROVIDERS: 'openai,builtin' });
    model.play([]);
    expect(await harness.enrich(harness.product().productId, true)).toMatchObject({ provider: 'builtin' });
    expect(await harness.rows('SELECT route FROM model_call')).toEqual([
      { route: "instead of openai: The business's budget for models is spent for today." },
    ]);
  });
});
