import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { Pool } from 'pg';
import { CreateApiKeyDocument } from '../../../schema/operations/generated/graphql';
import type { StockSystem } from '../servers/system';
import { newBusiness, type Api } from '../../support/api';

const SCOPES = [
  'products:read',
  'products:write',
  'inventory:read',
  'inventory:write',
  'orders:read',
  'orders:write',
  'orders:sell',
  'orders:purchase',
];
const POLL_MILLIS = 25;

/** A business whose orders and events can be looked at. */
export interface Business {
  readonly api: Api;
  readonly tenantId: string;
  /** Whether no order is in the middle of a step. */
  atRest(): Promise<boolean>;
  hasOrder(id: string): Promise<boolean>;
  /** Resolves when all of its events are on the bus. */
  published(): Promise<void>;
}

/** Several of them, used in turn: one at a time is in trouble. */
export class Businesses {
  readonly #free: Business[] = [];
  readonly #waiting: ((business: Business) => void)[] = [];

  private constructor(private readonly pools: readonly Pool[]) {}

  static async open({ url, databases }: StockSystem, count: number): Promise<Businesses> {
    const [orders, inventory] = [databases.orders, databases.inventory].map(
      ({ superuserUrl }) => new Pool({ connectionString: superuserUrl, max: 2 }),
    );
    if (orders === undefined || inventory === undefined) throw new Error('There are two databases');
    const businesses = new Businesses([orders, inventory]);
    for (let n = 0; n < count; n++) businesses.#free.push(await openBusiness(url, orders, inventory));
    return businesses;
  }

  async next(): Promise<Business> {
    return this.#free.shift() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  giveBack(business: Business): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#free.push(business);
    else waiting(business);
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.end()));
  }
}

async function openBusiness(url: string, orders: Pool, inventory: Pool): Promise<Business> {
  const owner = await newBusiness(url);
  const tenantId = String(decodeJwt(owner.headers['authorization']?.slice('Bearer '.length) ?? '')['tid']);
  // An access token would end before a long run does.
  const { createApiKey } = await owner.request(CreateApiKeyDocument, {
    input: { name: 'A long run', scopes: SCOPES },
  });
  if (createApiKey?.__typename !== 'CreatedApiKey') throw new Error(JSON.stringify(createApiKey));
  const api = owner.as({ 'x-api-key': createApiKey.secret });
  const finds = async (pool: Pool, sql: string, ...values: string[]): Promise<boolean> =>
    (await pool.query(sql, [tenantId, ...values])).rows.length > 0;
  const unpublished = 'SELECT FROM outbox WHERE tenant_id = $1 AND published_at IS NULL LIMIT 1';
  return {
    api,
    tenantId,
    atRest: async () =>
      !(await finds(orders, `SELECT FROM orders WHERE tenant_id = $1 AND step <> 'AWAIT' LIMIT 1`)),
    hasOrder: (id) => finds(orders, 'SELECT FROM orders WHERE tenant_id = $1 AND id = $2 AND placed', id),
    async published() {
      while ((await finds(orders, unpublished)) || (await finds(inventory, unpublished)))
        await sleep(POLL_MILLIS);
    },
  };
}
