import autocannon from 'autocannon';
import { CreateProductDocument, ProductsDocument } from '../../schema/operations/generated/graphql';
import { startBodega } from '../support/bodega-process';
import { Client } from '../support/client';
import { figureOf, printTable, shown } from '../support/figures';
import type { Scenario } from '../support/scenario';

const CLIENTS = 10;
const SECONDS = Number(process.env['BENCH_SECONDS'] || 4);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] || 5);
const PRODUCTS = 100;

/** products, inventory and enrichment, each from its own database of one PostgreSQL. */
export const scenario: Scenario = {
  title: `the first 50 products with stock and enrichment from PostgreSQL, ${CLIENTS} clients`,
  async run(progress) {
    const rows: string[][] = [];
    for (const distributed of [false, true]) {
      const name = distributed ? 'distributed' : 'embedded';
      progress(`starting ${name}`);
      const bodega = await startBodega(distributed);
      try {
        const client = await Client.login(bodega.url);
        const price = { amount: '1.00', currency: 'USD' };
        for (let index = 0; index < PRODUCTS; index += 1) {
          const input = { name: `Product ${index}`, price, initialStock: 10, enrich: false };
          await client.request(CreateProductDocument, { input });
        }
        const options = {
          url: bodega.url,
          method: 'POST' as const,
          headers: { ...client.headers },
          body: client.body(ProductsDocument, { first: 50 }),
          connections: CLIENTS,
        };
        answered(await autocannon({ ...options, amount: 1_000 }));
        const results: autocannon.Result[] = [];
        for (let round = 1; round <= ROUNDS; round += 1) {
          progress(`${name}: round ${round} of ${ROUNDS}`);
          results.push(answered(await autocannon({ ...options, duration: SECONDS })));
        }
        rows.push([
          name,
          shown(figureOf(results.map(({ latency }) => latency.p50)), 1),
          shown(figureOf(results.map(({ latency }) => latency.p99)), 1),
          shown(figureOf(results.map((result) => result['2xx'] / result.duration)), 0),
        ]);
      } finally {
        await bodega.stop();
      }
    }
    printTable(['', 'p50 ms', 'p99 ms', 'requests/s'], rows);
  },
};

/** A figure of refusals would be a good one. */
function answered(result: autocannon.Result): autocannon.Result {
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} requests were not answered with 200`);
  return result;
}
