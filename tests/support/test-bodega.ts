import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import { databaseVariable, ownerDatabaseVariable, readConfiguration } from '../../processes/configuration';
import { startBodega } from '../../processes/start-bodega';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph/subgraph';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface TestBodega {
  /** Of the gateway, without a path. */
  readonly url: string;
  /** For looking behind the public door. */
  readonly databases: Readonly<Record<SubgraphName, TestDatabase>>;
  stop(): Promise<void>;
}

/** The whole product in this process, on fresh databases and a free port; no demo business unless the environment asks for it. */
export async function startTestBodega(
  environment: Record<string, string> = {},
  log: Logger = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
): Promise<TestBodega> {
  const dataDirectory = mkdtempSync(path.join(os.tmpdir(), 'bodega-system-'));
  const entries = await Promise.all(
    SUBGRAPHS.map(async (name) => [name, await createTestDatabase(name)] as const),
  );
  const databases = Object.fromEntries(entries) as Record<SubgraphName, TestDatabase>;
  const addresses = entries.flatMap(([name, database]) => [
    [databaseVariable(name), database.serviceUrl],
    [ownerDatabaseVariable(name), database.ownerUrl],
  ]);
  const configuration = readConfiguration({
    PORT: '0',
    BODEGA_DATA_DIR: dataDirectory,
    BODEGA_DEMO: '0',
    NODE_ENV: 'development',
    // A test asks for more than people do; what limits them has tests of its own.
    RATE_LIMIT_USER: '0',
    RATE_LIMIT_BUSINESS: '0',
    RATE_LIMIT_ADDRESS: '0',
    ...(Object.fromEntries(addresses) as Record<string, string>),
    ...environment,
  });
  const bodega = await startBodega(configuration, log);
  return {
    url: bodega.url,
    databases,
    async stop() {
      await bodega.stop();
      await Promise.all(entries.map(([, database]) => database.drop()));
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
