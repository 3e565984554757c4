import pg from 'pg';
import { createTestDatabase, testServerUrl, type TestDatabase } from '../../tests/support/test-database';
import { ConfigurationError } from '../config/environment';
import { silent } from './events.fixture';
import { claimSoleProcess } from './sole-process';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('orders');
});
afterAll(() => database.drop());

const claim = (patienceMillis: number): Promise<() => Promise<void>> =>
  claimSoleProcess({ name: 'orders', url: database.serviceUrl, log: silent, patienceMillis });

describe('A database whose events a process carries without Redis', () => {
  it('is refused to a second process, with a line that says what is missing', async () => {
    const release = await claim(0);
    const second = claim(0);
    await expect(second).rejects.toThrow(ConfigurationError);
    await expect(second).rejects.toThrow(
      'REDIS_URL: is required when several processes use one database, and another one uses that of orders',
    );
    await release();
    await (
      await claim(0)
    )();
  });

  it('is given over by a process that is being stopped', async () => {
    const release = await claim(0);
    const second = claim(5_000);
    await release();
    await (
      await second
    )();
  });

  it('is free again as soon as the process has died', async () => {
    const release = await claim(0);
    const server = new pg.Client({ connectionString: testServerUrl() });
    await server.connect();
    // What the server does when the other end of a connection is gone.
    await server.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = $1 AND application_name = 'bodega-sole-process'`,
      [database.database],
    );
    await server.end();
    await (
      await claim(5_000)
    )();
    await release();
  });
});
