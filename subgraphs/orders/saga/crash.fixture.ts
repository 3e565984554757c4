import type { BareProcess, Person, Shop } from '../orders.fixture';

const never = new Promise<never>(() => undefined);

/** A process that dies at the named moment: what runs in a transaction is rolled back, nothing goes on afterwards. */
export async function dying(shop: Shop, at: string): Promise<{ process: BareProcess; dead: Promise<void> }> {
  let died = (): void => undefined;
  let isDead = false;
  const dead = new Promise<void>((resolve) => (died = resolve));
  const process = await shop.startBare((name) => {
    if (!isDead && name !== at) return undefined;
    isDead = true;
    died();
    if (name === at && name.endsWith('before commit')) throw new Error('The connection is gone');
    return never;
  });
  return { process, dead };
}

export const buying = (productId: string, idempotencyKey: string | null = null) => ({
  input: { lines: [{ productId, quantity: 3 }], idempotencyKey },
});

/** Statuses of all orders of the business; fails when one is left in the middle of a step. */
export async function outcome(shop: Shop, who: Person): Promise<string[]> {
  const rows = await shop.sql<{ status: string; step: string | null }>(
    'SELECT status, step FROM orders WHERE tenant_id = $1 ORDER BY id',
    [who.identity.tenantId],
  );
  expect(rows.filter(({ step }) => step !== null && step !== 'AWAIT')).toEqual([]);
  return rows.map(({ status }) => status);
}
