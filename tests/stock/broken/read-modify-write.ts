import type { Database } from '../../../platform/database/database';
import type { Transaction } from '../../../platform/database/transaction';
import type { Take, TakeLine, TakeOutcome } from '../../../subgraphs/inventory/units/take';

interface Figures {
  readonly name: string;
  readonly on_hand: number;
  readonly reserved: number;
}

/** The mistake: what was read without a lock is compared, and written back. */
export class TakeUnits {
  constructor(private readonly database: Database) {}

  take(take: Take): Promise<TakeOutcome> {
    return this.database.transaction(take.cause.tenantId, async (transaction) => {
      for (const line of take.lines) {
        const refusal = await takeLine(transaction, take, line);
        if (refusal !== null) return refusal;
      }
      const [held] = await transaction.query<{ expiresAt: Date | null }>(
        `INSERT INTO order_stock (tenant_id, order_id, state, expires_at)
         VALUES ($1, $2, $3, statement_timestamp() + make_interval(secs => $4::int)) RETURNING expires_at AS "expiresAt"`,
        [take.cause.tenantId, take.orderId, stateOf(take), take.reserveForSeconds],
      );
      return {
        kind: 'held',
        orderId: take.orderId,
        state: stateOf(take),
        expiresAt: held?.expiresAt ?? null,
      };
    });
  }
}

async function takeLine(
  transaction: Transaction,
  take: Take,
  { productId, quantity }: TakeLine,
): Promise<TakeOutcome | null> {
  const [read] = await transaction.query<Figures>(
    'SELECT name, on_hand, reserved FROM stock WHERE product_id = $1',
    [productId],
  );
  if (read === undefined) return { kind: 'unknown-product', productId };
  const available = read.on_hand - read.reserved;
  if (available < quantity)
    return { kind: 'short', productId, name: read.name, requested: quantity, available };
  const leaves = take.reserveForSeconds === null;
  const onHand = leaves ? read.on_hand - quantity : read.on_hand;
  const reserved = leaves ? read.reserved : read.reserved + quantity;
  const [{ line } = { line: 0 }] = await transaction.query<{ line: number }>(
    `UPDATE stock SET on_hand = $2, reserved = $3, last_line = last_line + $4::int WHERE product_id = $1
     RETURNING last_line AS line`,
    [productId, onHand, reserved, leaves ? 1 : 0],
  );
  const [{ location } = { location: '' }] = await transaction.query<{ location: string }>(
    `UPDATE stock_location SET on_hand = $2, reserved = $3
      WHERE product_id = $1 AND location_id = (SELECT id FROM location WHERE is_default)
     RETURNING location_id AS location`,
    [productId, onHand, reserved],
  );
  const { tenantId, actorId } = take.cause;
  await transaction.query(
    `INSERT INTO order_stock_line (tenant_id, order_id, product_id, location_id, quantity) VALUES ($1, $2, $3, $4, $5)`,
    [tenantId, take.orderId, productId, location, quantity],
  );
  if (!leaves) return null;
  await transaction.query(
    `INSERT INTO stock_movement
            (tenant_id, product_id, line, location_id, kind, quantity, on_hand_after, order_id, actor_id)
     VALUES ($1, $2, $3, $4, 'SALE', $5, $6, $7, $8)`,
    [tenantId, productId, line, location, -quantity, onHand, take.orderId, actorId],
  );
  return null;
}

function stateOf(take: Take): 'TAKEN' | 'RESERVED' {
  return take.reserveForSeconds === null ? 'TAKEN' : 'RESERVED';
}
