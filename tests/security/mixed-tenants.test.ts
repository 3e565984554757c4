import { mixedTenants } from './mixed-tenants';

test('5,000 requests of 20 businesses over 2 connections that fail see no row of another', async () => {
  const figures = await mixedTenants(5_000);
  process.stdout.write(`  ${JSON.stringify(figures)}\n`);
  expect(figures.foreignRows).toBe(0);
  expect(figures.rowsRead).toBeGreaterThan(20_000);
  expect(figures.injectedFailures).toBe(600);
  // What was not meant to fail mostly did not: a run of errors alone would prove nothing.
  expect(figures.failed).toBeLessThan(1_000);
}, 60_000);
