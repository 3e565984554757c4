import { statement } from '../../platform/database/transaction';
import type { EnrichmentContext } from './enrichment.context';
import { findProduct, notFound, type ProductNotFound } from './find-product';

export type SetProductConfidentialResult =
  { readonly __typename: 'Product'; readonly id: string } | ProductNotFound;

const MARK = statement(
  'confidential-mark',
  'INSERT INTO confidential_product (tenant_id, product_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
);
const UNMARK = statement('confidential-unmark', 'DELETE FROM confidential_product WHERE product_id = $1');

/** Holds from the next job that is begun: what a model has been sent before cannot be taken back. */
export async function setProductConfidential(
  context: EnrichmentContext,
  productId: string,
  confidential: boolean,
): Promise<SetProductConfidentialResult> {
  const product = await findProduct(context, productId);
  if (product === undefined) return notFound(productId);
  const id = product.productId;
  await context.transaction((transaction) =>
    confidential ? transaction.query(MARK, [transaction.tenantId, id]) : transaction.query(UNMARK, [id]),
  );
  return { __typename: 'Product', id };
}
