import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Database } from '../../platform/database/database';
import { migrate } from '../../platform/database/migrate';
import { addDeadLetter } from '../../platform/events/dead-letters';
import { eventTables } from '../../platform/events/event-tables';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../platform/postgres/embedded-postgres';
import { provisionDatabase } from '../../platform/postgres/provision';
import { freePort } from '../../processes/distributed/free-port';
import { deadLetterCommand } from './dead-letter-command';

let dataDir: string;
let server: EmbeddedPostgres;
let databases: Database[];
let inventoryUrl: string;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'bodega-events-'));
  server = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    settings: { fsync: 'off' },
  });
  databases = [];
  for (const name of ['orders', 'inventory'] as const) {
    const { ownerUrl, serviceUrl } = await provisionDatabase(server.superuserUrl('postgres'), { name });
    await migrate(name, ownerUrl, [eventTables(name)]);
    databases.push(await Database.connect({ name, url: serviceUrl, entities: [] }));
    inventoryUrl = serviceUrl;
  }
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const database of databases)
    await database.asWorker((transaction) => transaction.query('DELETE FROM dead_letter'));
});

async function poison(database: Database | undefined, type: string): Promise<void> {
  const tenantId = randomUUID();
  const event = {
    id: randomUUID(),
    type,
    version: 1,
    tenantId,
    aggregateId: 'lamp',
    occurredAt: '2026-01-02T03:04:05.678Z',
    traceId: 'a'.repeat(32),
    payload: {},
  };
  await database?.transaction(tenantId, (transaction) =>
    addDeadLetter(transaction, 'consumer', event, new Error('cannot be handled\nat a line'), 10),
  );
}

async function run(args: string, environment: Record<string, string> = { BODEGA_DATA_DIR: dataDir }) {
  const lines: string[] = [];
  const subgraph =
    args.includes('--subgraph') || environment['INVENTORY_DATABASE_URL'] ? '' : '--subgraph orders';
  const words = `${args} ${subgraph}`.split(' ').filter((word) => word !== '');
  await deadLetterCommand(words, environment, (line) => lines.push(stripVTControlCharacters(line)));
  return lines.join('\n');
}

const idIn = (listed: string): string => /^orders (\d+) /m.exec(listed)?.[1] ?? '';

describe('npm run events', () => {
  it('lists the dead letters of the Bodega that runs in the data directory', async () => {
    expect(await run('list')).toBe('There are no dead letters.');
    await poison(databases[0], 'inventory.reservation-expired');
    const listed = await run('list');
    expect(listed).toMatch(/^orders \d+ {2}inventory\.reservation-expired {2}10 attempts, the last 20/);
    expect(listed).toContain('about lamp, trace aaaa');
    expect(listed.split('\n').at(-1)).toBe('  Error: cannot be handled');
  });

  it('asks for a replay of those that it is given, and of all', async () => {
    await poison(databases[0], 'inventory.reservation-expired');
    await poison(databases[0], 'inventory.reservation-expired');
    const id = idIn(await run('list'));
    expect(await run(`replay ${id}`)).toBe('1 event will be handled once more within seconds.');
    expect((await run('list')).match(/a replay was asked for/g)).toHaveLength(1);
    expect(await run('replay --all')).toBe('2 events will be handled once more within seconds.');
    expect((await run('list')).match(/a replay was asked for/g)).toHaveLength(2);
  });

  it('drops', async () => {
    await poison(databases[0], 'inventory.reservation-expired');
    await poison(databases[0], 'inventory.reservation-expired');
    expect(await run(`drop ${idIn(await run('list'))}`)).toBe('1 event dropped.');
    expect(await run('drop --all')).toBe('1 event dropped.');
    expect(await run('list')).toBe('There are no dead letters.');
  });

  it('looks where the environment says, at every database that it names', async () => {
    await poison(databases[0], 'inventory.reservation-expired');
    await poison(databases[1], 'products.archived');
    const listed = await run('list', { INVENTORY_DATABASE_URL: inventoryUrl });
    expect(listed).toMatch(/^inventory \d+ {2}products\.archived/);
    expect(listed).not.toContain('orders ');
  });

  it.each([
    ['', 'Say what to do: list, replay or drop (--help shows the usage)'],
    ['forget', 'Say what to do: list, replay or drop (--help shows the usage)'],
    ['list --subgraph stock', '--subgraph must be one of products, inventory, orders, auth, enrichment'],
    ['replay', 'Give the ids of events to replay, or --all'],
    ['drop 1 --all', 'Give the ids of events to drop, or --all'],
    ['drop one', '"one" is not the id of a dead letter'],
    ['drop 99999', 'orders has 0 dead letters of these 1'],
    ['list --everything', "Unknown option '--everything'"],
  ])('refuses "%s" with a line that helps', async (args, message) => {
    await expect(run(args)).rejects.toThrow(message);
  });

  it('says what to do when nothing runs there, or a database cannot be reached', async () => {
    const nowhere = path.join(dataDir, 'nowhere');
    await expect(run('list', { BODEGA_DATA_DIR: nowhere })).rejects.toThrow(
      `No Bodega runs with the data directory ${nowhere}. Start it, or set ORDERS_DATABASE_URL.`,
    );
    const url = `postgres://somebody:secret@127.0.0.1:${await freePort()}/inventory`;
    await expect(run('list', { INVENTORY_DATABASE_URL: url })).rejects.toThrow(
      /^The database of inventory cannot be reached: connect ECONNREFUSED 127/,
    );
  });
});
