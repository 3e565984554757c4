import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database';
import { migrate } from './migrate';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase('products');
});
afterEach(() => database.drop());

class First1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE first (id int)');
  }
  async down(): Promise<void> {}
}

class Second1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE second AS SELECT count(*) AS sessions FROM pg_stat_activity');
  }
  async down(): Promise<void> {}
}

/** Ends the sessions beside its own, as a server does that is told to stop; the one that holds the lock is idle then. */
class EndsTheOthers1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
    );
    await runner.query('CREATE TABLE after_the_end (id int)');
  }
  async down(): Promise<void> {}
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

test('runs each migration once, also the one that a later version brings, however many start at once', async () => {
  const start = (...migrations: Parameters<typeof migrate>[2]): Promise<void> =>
    migrate('products', database.ownerUrl, migrations);
  await Promise.all([1, 2, 3].map(() => start(First1700000000001)));
  await start(First1700000000001);
  await Promise.all([1, 2, 3].map(() => start(First1700000000001, Second1700000000002)));
  expect(await rows('SELECT name FROM migration ORDER BY id')).toEqual([
    ['First1700000000001'],
    ['Second1700000000002'],
  ]);
  expect(await rows('SELECT count(*)::int FROM second')).toEqual([[1]]);
});

test('survives that the server ends the session which holds the lock', async () => {
  await migrate('products', database.ownerUrl, [EndsTheOthers1700000000003]);
  expect(await rows('SELECT id FROM after_the_end')).toEqual([]);
});

test('rejects with what the database said, and leaves nothing of a migration that failed', async () => {
  class Fails1700000000004 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('CREATE TABLE half (id int)');
      await runner.query('SELECT nonsense');
    }
    async down(): Promise<void> {}
  }
  await expect(migrate('products', database.ownerUrl, [Fails1700000000004])).rejects.toThrow(
    'column "nonsense" does not exist',
  );
  expect(await rows("SELECT to_regclass('half')")).toEqual([[null]]);
});
