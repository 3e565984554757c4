import { randomUUID } from 'node:crypto';
import { Database } from '../../platform/database/database';
import { forget } from './forget';
import { EnrichmentHarness } from './testing/enrichment-harness';

let harness: EnrichmentHarness;
let database: Database;
beforeAll(async () => {
  harness = await EnrichmentHarness.start();
  await harness.subgraph.stop();
  database = await Database.connect({ name: 'enrichment', url: harness.database.serviceUrl, entities: [] });
});
afterAll(async () => {
  await database.close();
  await harness.startSubgraph();
  await harness.stop();
});

/** A product's enrichments, which were asked for and ended so many days ago. */
async function leave(tenantId: string, productId: string, ...daysAgo: number[]): Promise<void> {
  await harness.sql.query(
    `INSERT INTO job (id, tenant_id, product_id, status, input, actor_id, trace_id, requested_at, completed_at)
     SELECT gen_random_uuid(), $1, $2, 'COMPLETED', '{}', $1, '', at, at
       FROM unnest($3::int[]) AS days, LATERAL (SELECT now() - days * interval '1 day' AS at) AS moments`,
    [tenantId, productId, daysAgo],
  );
}

const daysOf = async (table: string, column: string): Promise<number[]> =>
  (
    await harness.rows<{ days: number }>(
      `SELECT round(extract(epoch FROM now() - ${column}) / 86400)::int AS days FROM ${table} ORDER BY days`,
    )
  ).map(({ days }) => days);

describe('what is old', () => {
  it('should be forgotten in every business, but for the newest enrichment of each product', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await leave(one, randomUUID(), 500, 450, 10);
    await leave(one, randomUUID(), 600);
    await leave(other, randomUUID(), 401, 399);
    await harness.sql.query(
      `INSERT INTO model_call (id, tenant_id, job_id, product_id, at, provider, model, prompt_version, route, outcome,
                               from_cache, prompt_tokens, completion_tokens, cost_usd, duration_ms)
       SELECT ('00000000-0000-7000-8000-' || lpad((1000 - days)::text, 12, '0'))::uuid, $1, $1, $1,
              now() - days * interval '1 day', 'local', 'm', 'p', 'r', 'SUCCEEDED', false, 1, 1, 0, 1
         FROM unnest('{500,401,399,1}'::int[]) AS days`,
      [other],
    );
    await harness.sql.query(
      `INSERT INTO spending (tenant_id, day) SELECT $1, (now() - days * interval '1 day')::date
         FROM unnest('{500,399}'::int[]) AS days`,
      [one],
    );
    await harness.sql.query(
      `INSERT INTO webhook_delivery (id, tenant_id, job_id, product_id, body, status, created_at, ended_at)
       SELECT gen_random_uuid(), $1, $1, $1, '', CASE WHEN days = 90 THEN 'PENDING' ELSE 'DELIVERED' END,
              now() - days * interval '1 day', CASE WHEN days < 90 THEN now() - days * interval '1 day' END
         FROM unnest('{90,31,29}'::int[]) AS days`,
      [one],
    );
    await forget(database, 400);
    expect(await daysOf('job', 'requested_at')).toEqual([10, 399, 600]);
    expect(await daysOf('model_call', 'at')).toEqual([1, 399]);
    expect(await harness.rows('SELECT tenant_id FROM spending')).toHaveLength(1);
    expect(await daysOf('webhook_delivery', 'created_at')).toEqual([29, 90]);
  });

  it('should be forgotten however much it is', async () => {
    const tenantId = randomUUID();
    await leave(
      tenantId,
      randomUUID(),
      1,
      ...Array.from({ length: 2_500 }, (_, index) => 401 + (index % 50)),
    );
    await forget(database, 400);
    expect(await harness.rows('SELECT 1 FROM job WHERE tenant_id = $1', [tenantId])).toHaveLength(1);
  });
});
