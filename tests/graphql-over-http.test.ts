import { serverAudits } from 'graphql-http';
import { startTestBodega, type TestBodega } from './support/test-bodega';

let bodega: TestBodega;

beforeAll(async () => (bodega = await startTestBodega()), 60_000);
afterAll(() => bodega?.stop());

// https://graphql.github.io/graphql-over-http/draft/, by the audits of the specification's own reference implementation.
describe('the public door keeps to GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: () => `${bodega.url}/graphql`,
    fetchFn: (...args: Parameters<typeof fetch>) => fetch(...args),
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    // "notice" and "warn" are advice; what MUST hold is an error.
    expect(result.status === 'error' ? result.reason : 'kept').toBe('kept');
  });
});
