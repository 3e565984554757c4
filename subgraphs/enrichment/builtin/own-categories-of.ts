import { LRUCache } from 'lru-cache';
import type { Database } from '../../../platform/database/database';
import { statement, type Transaction } from '../../../platform/database/transaction';
import type { Example } from './classifier';
import { OwnCategories } from './own-categories';

const MAX_EXAMPLES = 1_000;
const REMEMBERED_BUSINESSES = 200;
/** Another process may have learned something meanwhile. */
const REMEMBERED_MILLIS = 30_000;

const EXAMPLES = statement(
  'categorised-newest',
  `SELECT name, keywords, category FROM categorised_product ORDER BY updated_at DESC LIMIT ${MAX_EXAMPLES}`,
);
const LEARN = statement(
  'categorised-learn',
  `INSERT INTO categorised_product (tenant_id, product_id, name, keywords, category) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (tenant_id, product_id) DO UPDATE
      SET name = excluded.name, keywords = excluded.keywords, category = excluded.category, updated_at = clock_timestamp()`,
);
const FORGET = statement('categorised-forget', 'DELETE FROM categorised_product WHERE product_id = $1');

/** What each business has taught by putting its products into categories; read once in a while. */
export class OwnCategoriesOf {
  readonly #remembered = new LRUCache<string, OwnCategories>({
    max: REMEMBERED_BUSINESSES,
    ttl: REMEMBERED_MILLIS,
  });

  constructor(private readonly database: Database) {}

  async of(tenantId: string): Promise<OwnCategories> {
    const known = this.#remembered.get(tenantId);
    if (known !== undefined) return known;
    const examples = await this.database.read(tenantId, (transaction) =>
      transaction.query<Example>(EXAMPLES),
    );
    const own = examples.length === 0 ? OwnCategories.NONE : new OwnCategories(examples);
    this.#remembered.set(tenantId, own);
    return own;
  }

  /** A person has said where a product belongs, or has taken that back. */
  async learn(
    transaction: Transaction,
    productId: string,
    {
      name,
      keywords,
      categoryName,
    }: { name: string; keywords: readonly string[]; categoryName: string | null },
  ): Promise<void> {
    const { tenantId } = transaction;
    if (categoryName === null) await transaction.query(FORGET, [productId]);
    else await transaction.query(LEARN, [tenantId, productId, name, keywords, categoryName]);
    transaction.onCommit(() => tenantId !== null && this.#remembered.delete(tenantId));
  }
}
