import { randomUUID } from 'node:crypto';
import { TRAINING_PRODUCTS } from '../builtin/training-products';
import { EnrichmentHarness } from '../testing/enrichment-harness';
import { act, PAGE, ScriptedModel } from '../testing/scripted-model';

let harness: EnrichmentHarness;
let model: ScriptedModel;
beforeAll(async () => {
  model = await ScriptedModel.start();
});
afterAll(() => model.stop());

const withModel = (providers: string): Record<string, string> => ({
  ...{ OPENAI_API_KEY: 'secret', OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'gpt-test' },
  ENRICHMENT_PROVIDERS: providers,
});

/** A job as another process may have left it. */
async function leave(productId: string, columns: Record<string, unknown>): Promise<void> {
  const input = { sku: 'X', name: 'Blue Ceramic Mug', keywords: [], description: null, categoryName: null };
  const row = {
    ...{ id: randomUUID(), tenant_id: harness.tenantId, product_id: productId, input: JSON.stringify(input) },
    ...{ actor_id: randomUUID(), trace_id: '0'.repeat(32), ...columns },
  };
  const names = Object.keys(row);
  const places = names.map((_name, index) => `$${index + 1}`);
  await harness.sql.query(`INSERT INTO job (${names.join()}) VALUES (${places.join()})`, Object.values(row));
}

describe('jobs that a crash left behind', () => {
  beforeAll(async () => {
    harness = await EnrichmentHarness.start();
  });
  afterAll(() => harness.stop());

  it('should be taken up when their lease has run out, and not before', async () => {
    const [dead, alive] = [randomUUID(), randomUUID()];
    const processing = { status: 'PROCESSING', lease: randomUUID(), takes: 1 };
    await leave(alive, { ...processing, due_at: new Date(Date.now() + 60_000) });
    await leave(dead, { ...processing, due_at: new Date(Date.now() - 1) });
    await harness.untilEnded(dead);
    expect(await harness.enrichmentOf(dead, 'status provider')).toEqual({
      status: 'COMPLETED',
      provider: 'builtin',
    });
    expect(await harness.enrichmentOf(alive, 'status')).toEqual({ status: 'PROCESSING' });
    // It was told before that it is being worked on.
    expect(harness.statuses(dead)).toEqual(['COMPLETED']);
  });

  it('should be given up when they take every process down', async () => {
    const productId = randomUUID();
    const due_at = new Date(Date.now() - 1);
    await leave(productId, { status: 'PROCESSING', lease: randomUUID(), takes: 5, due_at });
    await harness.untilEnded(productId);
    expect(await harness.enrichmentOf(productId, 'status error attempts')).toEqual({
      status: 'FAILED',
      error: 'Given up: the work on it was interrupted 5 times.',
      attempts: 0,
    });
  });

  it('should not be overtaken by a newer request for the same product', async () => {
    const productId = randomUUID();
    const lease = randomUUID();
    await leave(productId, { status: 'PROCESSING', lease, takes: 1, due_at: new Date(Date.now() + 600_000) });
    await leave(productId, {});
    const other = harness.product();
    await harness.enrich(other.productId, true);
    expect(harness.statuses(productId)).toEqual([]);
    await harness.sql.query('UPDATE job SET due_at = now() WHERE lease = $1', [lease]);
    await harness.untilEnded(productId, 2);
    expect(harness.statuses(productId)).toEqual(['COMPLETED', 'PROCESSING', 'COMPLETED']);
  });
});

describe('a slow model', () => {
  beforeEach(async () => {
    harness = await EnrichmentHarness.start(withModel('openai'));
  });
  afterEach(() => harness.stop());

  it('should have four requests at a time', async () => {
    let answer: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    model.play([], async (response, request) => {
      await gate;
      await act.answer()(response, request);
    });
    const products = Array.from({ length: 12 }, (_, index) => harness.product({ name: `Blue Mug ${index}` }));
    for (const product of products) await harness.created(product);
    await model.untilRequests(4);
    // Whoever asks now has an answer at once.
    expect(await harness.enrich(harness.product({ name: 'Red Mug' }).productId)).toMatchObject({
      status: 'PENDING',
    });
    expect(model.requests).toHaveLength(4);
    answer();
    for (const { productId } of products) await harness.untilEnded(productId);
    const ends = await harness.rows<{ status: string }>('SELECT status FROM job WHERE status = $1', [
      'COMPLETED',
    ]);
    expect(ends.length).toBeGreaterThanOrEqual(12);
  });

  it('should have its text dropped, and its call recorded, when the product was archived meanwhile', async () => {
    const product = harness.product();
    let answer: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    model.play([], async (response, request) => {
      await gate;
      await act.answer()(response, request);
    });
    await harness.enrich(product.productId);
    await model.untilRequests(1);
    await harness.publish('products.archived', product.productId, { productId: product.productId });
    await harness.untilEnded(product.productId);
    answer();
    await harness.subgraph.stop();
    expect(await harness.rows('SELECT status, description, error FROM job')).toEqual([
      { status: 'FAILED', description: null, error: 'The product was archived.' },
    ]);
    expect(await harness.rows('SELECT outcome, prompt_tokens FROM model_call')).toEqual([
      { outcome: 'SUCCEEDED', prompt_tokens: 120 },
    ]);
    expect(harness.events.filter((event) => event.type === 'enrichment.completed')).toEqual([]);
    await harness.startSubgraph();
  });

  it('should not lose a job, nor pay for it twice, when the service stops while it answers', async () => {
    const product = harness.product();
    let answer: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    model.play([], async (response, request) => {
      await gate;
      await act.answer()(response, request);
    });
    await harness.enrich(product.productId);
    await model.untilRequests(1);
    const stopped = harness.subgraph.stop();
    answer();
    await stopped;
    expect(await harness.rows('SELECT status, description FROM job')).toEqual([
      { status: 'COMPLETED', description: PAGE.description },
    ]);
    await harness.startSubgraph(withModel('openai'));
    expect(model.requests).toHaveLength(1);
  });

  it('should leave the job to the next process when it does not answer while the service stops', async () => {
    const product = harness.product();
    model.play([act.silence()]);
    await harness.enrich(product.productId);
    await model.untilRequests(1);
    await harness.subgraph.stop();
    expect(await harness.rows('SELECT status, lease, takes FROM job')).toEqual([
      { status: 'PENDING', lease: null, takes: 0 },
    ]);
    await harness.startSubgraph(withModel('openai'));
    await harness.untilEnded(product.productId);
    expect(model.requests).toHaveLength(2);
  }, 20_000);

  it('should not keep enrichProduct(wait: true) longer than the request may take', async () => {
    let answer: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    model.play([], async (response, request) => {
      await gate;
      await act.answer()(response, request);
    });
    const product = harness.product();
    const context = { ...harness.context(), deadline: Date.now() + 1_000 };
    const started = Date.now();
    expect(await harness.enrich(product.productId, true, context)).toEqual({
      __typename: 'EnrichmentUnavailable',
      message: expect.stringContaining('needs longer'),
      retryAfterSeconds: 5,
    });
    expect(Date.now() - started).toBeLessThan(1_100);
    expect(await harness.rows('SELECT status FROM job')).toEqual([{ status: 'PROCESSING' }]);
    // Nobody waits any more, and it is written all the same.
    answer();
    await harness.untilEnded(product.productId);
    expect(harness.statuses(product.productId)).toEqual(['PENDING', 'PROCESSING', 'COMPLETED']);
  });
});

describe('ten minutes without a model', () => {
  const MINUTES = 10;
  const JOBS_A_MINUTE = 30;
  let offset = 0;
  const realNow = Date.now.bind(Date);

  beforeAll(async () => {
    jest.spyOn(Date, 'now').mockImplementation(() => realNow() + offset);
    harness = await EnrichmentHarness.start(withModel('openai'));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await harness.stop();
  });

  /** As if the minute had passed for the database too. */
  const minutePasses = async (): Promise<void> => {
    offset += 60_001;
    await harness.sql.query(`UPDATE job SET due_at = due_at - interval '1 minute' WHERE status = 'PENDING'`);
  };

  it('should cost at most 15 calls and one a minute after, and lose no job', async () => {
    model.play([], act.error(503));
    const products = [];
    for (let minute = 0; minute < MINUTES; minute++) {
      for (let index = 0; index < JOBS_A_MINUTE; index++) {
        const product = harness.product({ name: `Blue Mug ${minute} ${index}` });
        products.push(product);
        await harness.created(product);
      }
      const before = model.requests.length;
      if (minute === 0) await harness.until(async () => (await degraded()) && (await processing()) === 0);
      else {
        await minutePasses();
        await model.untilRequests(before + 1);
        await harness.until(async () => (await degraded()) && (await processing()) === 0);
        expect(model.requests.length - before).toBe(1);
      }
      if (minute === 0) expect(model.requests.length).toBeLessThanOrEqual(15);
    }
    const waiting = await harness.enrich(harness.product({ name: 'One more' }).productId, true);
    expect(waiting).toMatchObject({ __typename: 'EnrichmentUnavailable' });
    model.play([]);
    await minutePasses();
    for (const { productId } of products) await harness.untilEnded(productId);
    const ends = await harness.rows('SELECT status, count(*)::int FROM job GROUP BY status');
    expect(ends).toEqual([{ status: 'COMPLETED', count: MINUTES * JOBS_A_MINUTE + 1 }]);
    expect(await harness.subgraph.health()).toEqual({ database: 'up', 'model:openai': 'up' });
  }, 60_000);

  const degraded = async (): Promise<boolean> =>
    (await harness.subgraph.health())['model:openai'] === 'degraded';
  const processing = async (): Promise<number> =>
    (await harness.rows(`SELECT 1 FROM job WHERE status = 'PROCESSING'`)).length;
});

describe('the built-in writer', () => {
  it('should write a catalogue of 379 products within five seconds', async () => {
    harness = await EnrichmentHarness.start();
    const products = TRAINING_PRODUCTS.slice(0, 379).map(({ name, keywords }) =>
      harness.product({ name, keywords: [...keywords] }),
    );
    const started = performance.now();
    for (const product of products) await harness.created(product);
    const completed = (): number =>
      harness.events.filter((event) => event.type === 'enrichment.completed').length;
    await harness.until(() => completed() === products.length);
    expect(performance.now() - started).toBeLessThan(5_000);
    await harness.stop();
  });
});

describe('businesses', () => {
  it('should each have their share, however long the queue of one is', async () => {
    harness = await EnrichmentHarness.start();
    const [large, small] = [randomUUID(), randomUUID()];
    await harness.subgraph.stop();
    const insert = (tenantId: string, count: number): Promise<unknown> =>
      harness.sql.query(
        `INSERT INTO job (id, tenant_id, product_id, input, actor_id, trace_id)
         SELECT gen_random_uuid(), $1, gen_random_uuid(), $3, $1, $4 FROM generate_series(1, $2)`,
        [
          ...[tenantId, count],
          JSON.stringify({ sku: 'X', name: 'Mug', keywords: [], description: null, categoryName: null }),
          '0'.repeat(32),
        ],
      );
    await insert(large, 500);
    await insert(small, 1);
    await harness.startSubgraph();
    // Half of what is taken at first is the large one's.
    const isSmall = (event: { tenantId: string; type: string }): boolean =>
      event.tenantId === small && event.type === 'enrichment.completed';
    await harness.until(() => harness.events.some(isSmall));
    expect(
      harness.events.filter((event) => event.type === 'enrichment.completed').length,
    ).toBeLessThanOrEqual(60);
    await harness.stop();
  });
});
