import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that each connection plans once. `name` is unique within a subgraph. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export function statement(name: string, text: string): Statement {
  return { name, text };
}

/**
 * A running transaction, seen by row-level security as one business (or as the worker of all of them).
 * Entities are read and written through `manager`; conditional and set-based statements through `query`.
 */
export class Transaction {
  readonly #hooks: (() => void)[] = [];

  constructor(
    /** Null only for workers, who see every business. */
    readonly tenantId: string | null,
    readonly manager: EntityManager,
    private readonly client: PoolClient,
  ) {}

  /** Rows of one statement; prepared on the connection when it is a `Statement`. Parameters are `$1`, `$2` … */
  async query<Row extends QueryResultRow>(
    sql: Statement | string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const config = typeof sql === 'string' ? { text: sql } : { name: sql.name, text: sql.text };
    const { rows } = await this.client.query<Row>({ ...config, values: [...values] });
    return rows;
  }

  /** Runs after the commit, never after a rollback. For waking what would otherwise poll: it must not throw or be needed. */
  onCommit(hook: () => void): void {
    this.#hooks.push(hook);
  }

  /** Called by the database alone, after the commit. */
  committed(): void {
    for (const hook of this.#hooks) hook();
  }
}
