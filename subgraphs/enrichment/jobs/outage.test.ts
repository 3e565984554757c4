import { EnrichmentHarness } from '../testing/enrichment-harness';
import { eventually } from '../testing/eventually';
import { act, ScriptedModel } from '../testing/scripted-model';

describe('fifty jobs a second for ten minutes without a model', () => {
  const JOBS_A_MINUTE = 50 * 60;
  let harness: EnrichmentHarness;
  let model: ScriptedModel;
  let offset = 0;
  const realNow = Date.now.bind(Date);

  beforeAll(async () => {
    jest.spyOn(Date, 'now').mockImplementation(() => realNow() + offset);
    model = await ScriptedModel.start();
    harness = await EnrichmentHarness.start({
      ...{ OPENAI_API_KEY: 'secret', OPENAI_BASE_URL: model.baseUrl, ENRICHMENT_PROVIDERS: 'openai' },
    });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await harness.stop();
    await model.stop();
  });

  /** What a minute leaves in the queue, in one statement. */
  const jobsOfAMinute = (): Promise<unknown> =>
    harness.sql.query(
      `INSERT INTO job (id, tenant_id, product_id, input, actor_id, trace_id)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), $2::jsonb || jsonb_build_object('name', 'Blue Mug ' || n),
              $1, $4 FROM generate_series(1, $3) AS n`,
      [
        harness.tenantId,
        JSON.stringify({ sku: 'X', keywords: [], description: null, categoryName: null }),
        ...[JOBS_A_MINUTE, '0'.repeat(32)],
      ],
    );
  const nobodyAsks = (): Promise<void> =>
    eventually(
      async () =>
        (await harness.subgraph.health())['model:openai'] === 'degraded' &&
        (await harness.rows(`SELECT 1 FROM job WHERE status = 'PROCESSING'`)).length === 0,
    );

  it('should cost at most 15 calls and one a minute after, and keep every job', async () => {
    model.play([], act.error(503));
    await jobsOfAMinute();
    await nobodyAsks();
    expect(model.requests.length).toBeLessThanOrEqual(15);
    for (let minute = 1; minute < 10; minute++) {
      const before = model.requests.length;
      await jobsOfAMinute();
      offset += 60_001;
      await model.untilRequests(before + 1);
      await nobodyAsks();
      expect(model.requests.length - before).toBe(1);
    }
    const kept = await harness.rows(`SELECT status, count(*)::int FROM job GROUP BY status`);
    expect(kept).toEqual([{ status: 'PENDING', count: 10 * JOBS_A_MINUTE }]);
  }, 60_000);
});
