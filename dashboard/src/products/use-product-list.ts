import { useQuery } from '@apollo/client/react';
import {
  CategoriesDocument,
  LowStockDocument,
  ProductRowsDocument,
  ShopperProductsDocument,
  type EnrichmentStatus,
  type ProductRowFragment,
  type ProductSort,
  type StockLevel,
} from '../../../schema/operations/generated/graphql';
import type { Money } from '../format/money';
import { useMay } from '../session/use-session';

export interface ProductFilters {
  readonly search: string;
  readonly categoryId: string | null;
  readonly level: StockLevel | null;
  readonly sort: ProductSort;
}

/** One line of the list; null is what the person may not see, or what cannot be had now. */
export interface ProductLine {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string | null;
  readonly price: Money;
  readonly available: number | null;
  readonly level: StockLevel | null;
  readonly enrichment: EnrichmentStatus | null;
}

export interface ProductList {
  /** Undefined before there is any answer. */
  readonly lines: readonly ProductLine[] | undefined;
  /** Of all that fit, where that is known. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
  /** The lines are of an earlier filter. */
  readonly stale: boolean;
  readonly error: unknown;
  loadMore(): void;
  refetch(): void;
}

const PAGE = 60;
const LOW_PAGE = 100;

/**
 * The catalogue, page by page. Staff see stock and may look at what runs low, which inventory lists by itself: search and
 * category are then looked for among those. Shoppers see what they may know.
 */
export function useProductList(filters: ProductFilters): ProductList {
  const may = useMay();
  const staff = may('inventory:read');
  const source = !staff ? 'shopper' : filters.level === 'LOW' || filters.level === 'OUT' ? 'low' : 'rows';
  const search = filters.search.trim();
  const variables = {
    first: PAGE,
    filter: { search: search === '' ? null : search, categoryId: filters.categoryId },
    // The best match first, while somebody searches.
    sort: search === '' ? filters.sort : ('RELEVANCE' as const),
  };
  const rows = useQuery(ProductRowsDocument, { variables, skip: source !== 'rows' });
  const shopper = useQuery(ShopperProductsDocument, { variables, skip: source !== 'shopper' });
  const low = useQuery(LowStockDocument, {
    variables: { first: LOW_PAGE, level: filters.level },
    skip: source !== 'low',
  });
  const categories = useQuery(CategoriesDocument, { skip: source !== 'low', fetchPolicy: 'cache-first' });

  if (source === 'low') {
    const found = low.data?.lowStock;
    const below = descendants(filters.categoryId, categories.data?.categories ?? []);
    const fitting = found?.filter(
      (product) => matches(product, search) && (below === null || below.has(product.category?.id ?? '')),
    );
    const last = found?.at(-1)?.id;
    return {
      lines: fitting?.map(staffLine),
      total: undefined,
      hasMore: found != null && found.length > 0 && found.length % LOW_PAGE === 0,
      stale: false,
      error: low.error,
      loadMore: () => void low.fetchMore({ variables: { after: last ?? null } }).catch(() => undefined),
      refetch: () => void low.refetch().catch(() => undefined),
    };
  }
  const query = source === 'rows' ? rows : shopper;
  const staffPage = (rows.data ?? rows.previousData)?.products;
  const shopperPage = (shopper.data ?? shopper.previousData)?.products;
  const page = source === 'rows' ? staffPage : shopperPage;
  const more = page?.pageInfo;
  return {
    lines: source === 'rows' ? staffPage?.nodes.map(staffLine) : shopperPage?.nodes.map(shopperLine),
    total: page?.totalCount,
    hasMore: more?.hasNextPage ?? false,
    stale: query.data === undefined && page !== undefined,
    error: query.error,
    loadMore: () => {
      const next = { variables: { after: more?.endCursor ?? null } };
      void (source === 'rows' ? rows.fetchMore(next) : shopper.fetchMore(next)).catch(() => undefined);
    },
    refetch: () => void query.refetch().catch(() => undefined),
  };
}

function staffLine({ id, sku, name, price, category, stock, enrichment }: ProductRowFragment): ProductLine {
  return {
    id,
    sku,
    name,
    price,
    category: category?.name ?? null,
    available: stock?.available ?? null,
    level: stock?.level ?? null,
    enrichment: enrichment?.status ?? null,
  };
}

interface ShopperRow {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
  readonly availability?: StockLevel | null;
}

function shopperLine({ id, sku, name, price, availability }: ShopperRow): ProductLine {
  return {
    id,
    sku,
    name,
    price,
    category: null,
    available: null,
    level: availability ?? null,
    enrichment: null,
  };
}

function matches(
  { name, sku, keywords }: ProductRowFragment & { keywords: readonly string[] },
  search: string,
): boolean {
  const text = [name, sku, ...keywords].join(' ').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface CategoryNode {
  readonly id: string;
  readonly parent?: { readonly id: string } | null;
}

/** The category and all below it; null for all there are. */
function descendants(
  categoryId: string | null,
  categories: readonly CategoryNode[],
): ReadonlySet<string> | null {
  if (categoryId === null) return null;
  const found = new Set([categoryId]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { id, parent } of categories) if (parent && found.has(parent.id)) found.add(id);
  }
  return found;
}
