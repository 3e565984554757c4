import { Client, type QueryResultRow } from 'pg';

/** Rows of one statement, on a connection of its own. */
export async function queryAs<Row extends QueryResultRow>(
  connectionString: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
