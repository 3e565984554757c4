import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../../platform/database/transaction';
import type { Money } from '../../platform/money/money';
import { PRODUCT_COLUMNS, type Product } from './entities/product.entity';
import { readableCode } from './readable-code';

/** What a person says of a new product. */
export interface NewProduct {
  readonly name: string;
  readonly sku?: string | null;
  readonly description?: string | null;
  readonly keywords: readonly string[];
  readonly categoryId?: string | null;
  readonly price: Money;
}

const INSERT = statement(
  'product-insert',
  `INSERT INTO product AS p (tenant_id, id, sku, name, description, keywords, category_id, price_amount, price_currency)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (tenant_id, sku) DO NOTHING
   RETURNING ${PRODUCT_COLUMNS}`,
);
const BY_SKU = statement('product-taken', `SELECT ${PRODUCT_COLUMNS} FROM product p WHERE p.sku = $1`);
// Creators of products with one name take turns, or each would choose the same number.
const LOCK_CODE = statement('sku-lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))');
// "." follows "-" in ASCII: the range holds whatever begins with the code and a hyphen.
const LAST_NUMBER = statement(
  'sku-last-number',
  `SELECT max(CASE WHEN sku = $1 THEN 1
                   WHEN right(sku, -char_length($1) - 1) ~ '^[1-9][0-9]{0,5}$' THEN right(sku, -char_length($1) - 1)::integer
              END) AS last
     FROM product WHERE sku = $1 OR (sku > $1 || '-' AND sku < $1 || '.')`,
);
/** Leaves room for a hyphen and a number. */
const LONGEST_CODE = 56;

export type Inserted = { readonly product: Product } | { readonly takenBy: Product };

/** Inserts a product, under a SKU made of its name when it has none, or finds the one that has the SKU already. */
export async function insertProduct(transaction: Transaction, wanted: NewProduct): Promise<Inserted> {
  if (wanted.sku == null) return { product: await insertWithOwnSku(transaction, wanted) };
  const product = await insert(transaction, wanted, wanted.sku);
  if (product !== undefined) return { product };
  // The insertion waited for whoever took the SKU to commit, so it is there.
  const [takenBy] = await transaction.query<Product>(BY_SKU, [wanted.sku]);
  if (takenBy === undefined) throw new Error('A SKU is taken, but by no product');
  return { takenBy };
}

async function insertWithOwnSku(transaction: Transaction, wanted: NewProduct): Promise<Product> {
  const code = readableCode(wanted.name, LONGEST_CODE).toUpperCase() || 'PRODUCT';
  await transaction.query(LOCK_CODE, [`sku ${transaction.tenantId} ${code}`]);
  const [row] = await transaction.query<{ last: number | null }>(LAST_NUMBER, [code]);
  for (let number = (row?.last ?? 0) + 1; ; number++) {
    const product = await insert(transaction, wanted, number === 1 ? code : `${code}-${number}`);
    if (product !== undefined) return product;
  }
}

async function insert(
  transaction: Transaction,
  wanted: NewProduct,
  sku: string,
): Promise<Product | undefined> {
  const { name, description = null, keywords, categoryId = null, price } = wanted;
  const [product] = await transaction.query<Product>(INSERT, [
    transaction.tenantId,
    uuidv7(),
    sku,
    name,
    description,
    keywords,
    categoryId,
    price.amount,
    price.currency,
  ]);
  return product;
}
