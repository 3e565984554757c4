import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { printTable } from '../support/figures';
import type { Scenario } from '../support/scenario';

const golden = z.record(z.string(), z.record(z.string(), z.number()));

/** The figures that tests/sql-statements.test.ts holds the product to. */
export const scenario: Scenario = {
  title: 'SQL statements of an operation, by subgraph, beside BEGIN, set_config and COMMIT',
  async run() {
    const file = path.join(__dirname, '../../tests/sql-statements.golden.json');
    const counted = golden.parse(JSON.parse(readFileSync(file, 'utf8')));
    printTable(
      ['operation', 'statements'],
      Object.entries(counted).map(([name, of]) => [
        name,
        Object.entries(of)
          .map(([subgraph, sent]) => `${subgraph} ${sent}`)
          .join(', '),
      ]),
    );
  },
};
