import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database';
import { Database } from './database';
import { migrate, protectTenantTable } from './migrate';
import { statement } from './transaction';

@Entity('note')
class Note {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @Column({ type: 'text' })
  text!: string;
}

class Notes1700000000000 implements MigrationInterface {
  name = 'Notes1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE note (id integer PRIMARY KEY, tenant_id uuid NOT NULL, text text NOT NULL)',
    );
    await protectTenantTable(runner, 'products', 'note', {
      service: 'SELECT, INSERT, UPDATE',
      worker: 'SELECT',
    });
  }
  async down(): Promise<void> {}
}

const ONE = '01890a5d-ac96-774b-bcce-b302099a8051';
const TWO = '01890a5d-ac96-774b-bcce-b302099a8052';
const byId = statement('note-by-id', 'SELECT text FROM note WHERE id = $1');

let files: TestDatabase;
let database: Database;

beforeAll(async () => {
  files = await createTestDatabase('products');
  await migrate('products', files.ownerUrl, [Notes1700000000000]);
  database = await Database.connect({
    name: 'products',
    url: files.serviceUrl,
    entities: [Note],
    poolSize: 2,
  });
  await database.transaction(ONE, ({ manager }) =>
    manager.insert(Note, { id: 1, tenantId: ONE, text: 'one' }),
  );
  await database.transaction(TWO, ({ manager }) =>
    manager.insert(Note, { id: 2, tenantId: TWO, text: 'two' }),
  );
});
afterAll(async () => {
  await database?.close();
  await files?.drop();
});

async function texts(tenant: string): Promise<string[]> {
  const rows = await database.read(tenant, (transaction) =>
    transaction.query<{ text: string }>('SELECT text FROM note ORDER BY id'),
  );
  return rows.map((row) => row.text);
}

/** Lets a test decide when something goes on. */
function gate(): { promise: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open };
}

describe('a database transaction', () => {
  it('sees the rows of its business alone, by entities and by statements', async () => {
    expect(await texts(ONE)).toEqual(['one']);
    expect(await texts(TWO)).toEqual(['two']);
    expect(await database.read(ONE, ({ manager }) => manager.find(Note))).toEqual([
      { id: 1, tenantId: ONE, text: 'one' },
    ]);
    expect(await database.read(ONE, (transaction) => transaction.query(byId, [2]))).toEqual([]);
  });

  it('cannot write a row of another business, nor change one', async () => {
    const foreign = database.transaction(ONE, ({ manager }) =>
      manager.insert(Note, { id: 9, tenantId: TWO, text: 'x' }),
    );
    await expect(foreign).rejects.toThrow('row-level security');
    const { affected } = await database.transaction(ONE, ({ manager }) =>
      manager.update(Note, { id: 2 }, { text: 'x' }),
    );
    expect(affected).toBe(0);
    expect(await texts(TWO)).toEqual(['two']);
  });

  it('leaves nothing of its tenant on the connection: without one there is no row', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => texts(index % 2 ? ONE : TWO)));
    const client = new Client({ connectionString: files.serviceUrl });
    await client.connect();
    await client.query(`BEGIN; SELECT set_config('app.tenant', '${ONE}', true); COMMIT`);
    expect((await client.query('SELECT * FROM note')).rows).toEqual([]);
    await client.end();
  });

  it('refuses a tenant id that is no UUID, before it reaches the database', async () => {
    await expect(database.read(`${ONE}'; DROP TABLE note; --`, async () => 1)).rejects.toThrow(
      'must be a UUID',
    );
  });

  it('rolls everything back when its work rejects, and runs no commit hook', async () => {
    const hooks: string[] = [];
    const failed = database.transaction(ONE, async (transaction) => {
      transaction.onCommit(() => hooks.push('committed'));
      await transaction.manager.insert(Note, { id: 3, tenantId: ONE, text: 'three' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await texts(ONE)).toEqual(['one']);
    expect(hooks).toEqual([]);
  });

  it('is one transaction also for what TypeORM saves', async () => {
    const failed = database.transaction(ONE, async ({ manager }) => {
      await manager.save(manager.create(Note, { id: 4, tenantId: ONE, text: 'four' }));
      throw new Error('after save');
    });
    await expect(failed).rejects.toThrow('after save');
    expect(await texts(ONE)).toEqual(['one']);
  });

  it('rejects when an error that its work swallowed has aborted it', async () => {
    const swallowed = database.transaction(ONE, async (transaction) => {
      await transaction.manager.insert(Note, { id: 5, tenantId: ONE, text: 'five' });
      await transaction.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('was aborted');
    expect(await texts(ONE)).toEqual(['one']);
  });

  it('runs again after a deadlock, and both succeed', async () => {
    await database.transaction(ONE, ({ manager }) =>
      manager.insert(Note, { id: 10, tenantId: ONE, text: 'ten' }),
    );
    await database.transaction(ONE, ({ manager }) =>
      manager.insert(Note, { id: 11, tenantId: ONE, text: 'eleven' }),
    );
    const meeting = gate();
    let arrived = 0;
    let attempts = 0;
    const inOrder = (first: number, second: number): Promise<void> =>
      database.transaction(ONE, async (transaction) => {
        attempts++;
        await transaction.query('UPDATE note SET text = text WHERE id = $1', [first]);
        if (++arrived === 2) meeting.open();
        await meeting.promise;
        await transaction.query('UPDATE note SET text = text WHERE id = $1', [second]);
      });
    await Promise.all([inOrder(10, 11), inOrder(11, 10)]);
    // At least one was the victim; it may have met the other again.
    expect(attempts).toBeGreaterThan(2);
  });

  it('answers SERVICE_UNAVAILABLE when no connection is free in time, and recovers', async () => {
    const release = gate();
    const holders = [1, 2].map(() => database.transaction(ONE, () => release.promise));
    await expect(texts(ONE)).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    release.open();
    await Promise.all(holders);
    expect((await texts(ONE))[0]).toBe('one');
  });

  it('survives the end of its connections', async () => {
    const admin = new Client({ connectionString: files.superuserUrl });
    await admin.connect();
    const broken = database.transaction(ONE, async (transaction) => {
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bodega-products' AND datname = current_database()`,
      );
      await transaction.query('SELECT 1');
    });
    await expect(broken).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    await admin.end();
    expect((await texts(ONE))[0]).toBe('one');
  });

  it('survives a server that dies in the moment of the connection', async () => {
    const { port, poisoned, close } = await dyingServer(new URL(files.serviceUrl));
    const url = new URL(files.serviceUrl);
    url.port = String(port);
    // Nobody has the connection yet, or the pool has just given it away: an error that nobody listens to ends the process.
    const connecting = Database.connect({ name: 'products', url: url.href, entities: [] });
    await connecting.then(
      (connected) => connected.close(),
      () => undefined,
    );
    expect(poisoned()).toBeGreaterThan(0);
    await close();
  });

  it('crosses businesses only as the worker, with the worker’s rights', async () => {
    const all = await database.asWorker((transaction) =>
      transaction.query('SELECT id FROM note WHERE id < 3 ORDER BY id'),
    );
    expect(all).toEqual([{ id: 1 }, { id: 2 }]);
    await expect(
      database.asWorker((transaction) => transaction.query('UPDATE note SET text = $1', ['x'])),
    ).rejects.toThrow('permission denied');
  });
});

/** Between a client and PostgreSQL: right behind the first "ready for query" it says what a dying server says. */
async function dyingServer({ hostname, port }: URL) {
  const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(fields.length + 4);
  const dying = Buffer.concat([Buffer.from('E'), length, fields]);
  let poisoned = 0;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    sockets.add(client).add(server);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    client.pipe(server);
    server.on('data', (data) => {
      if (!data.subarray(-ready.length).equals(ready)) return client.write(data);
      poisoned += 1;
      return client.write(Buffer.concat([data, dying]));
    });
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  return {
    port: typeof address === 'object' ? address?.port : undefined,
    poisoned: () => poisoned,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
