import {
  CategoriesDocument,
  CreateCategoryDocument,
  CreateProductDocument,
  CreateUserDocument,
  LoginDocument,
  RegisterDocument,
  SellDocument,
  type Role,
} from '../../schema/operations/generated/graphql';
import { ApiClient } from '../../tools/api-client';
import { DEMO_EMAIL, DEMO_PASSWORD } from './account';
import { DEMO_CATEGORIES, DEMO_CURRENCY, DEMO_PRODUCTS, DEMO_SALES, type DemoProduct } from './catalogue';

const STAFF: readonly { email: string; name: string; role: Role }[] = [
  { email: 'seller@bodega.test', name: 'Demo seller', role: 'SELLER' },
  { email: 'buyer@bodega.test', name: 'Demo buyer', role: 'BUYER' },
];

/**
 * Creates the demo business through the public API, as any client would. Safe to repeat after an interruption: what is
 * there already is left as it is.
 * @param url the GraphQL endpoint.
 * @throws ApiError when the API cannot be used.
 */
export async function createDemoBusiness(url: string): Promise<void> {
  const api = new ApiClient(url, openSession);
  await api.logInNow();
  // A password takes as long as it must, and not on the thread that all others wait for.
  await Promise.all([createStaff(api), createShop(api)]);
}

async function createStaff(api: ApiClient): Promise<void> {
  for (const person of STAFF) {
    const { createUser } = await api.request(CreateUserDocument, {
      input: { ...person, password: DEMO_PASSWORD },
    });
    expectOneOf(createUser, 'User', 'EmailTaken');
  }
}

async function createShop(api: ApiClient): Promise<void> {
  const categories = await createCategories(api);
  const products = new Map<string, string>();
  await Promise.all(
    DEMO_PRODUCTS.map(async (product) =>
      products.set(product.sku, await createProduct(api, product, categories.get(product.category))),
    ),
  );
  for (const [index, sale] of DEMO_SALES.entries()) {
    const lines = sale.lines.map(([sku, quantity]) => ({ productId: products.get(sku) ?? sku, quantity }));
    const input = { lines, customerName: sale.customerName, idempotencyKey: `demo-sale-${index}` };
    expectOneOf((await api.request(SellDocument, { input })).sell, 'Order');
  }
}

async function openSession(api: ApiClient): Promise<string> {
  const account = { email: DEMO_EMAIL, password: DEMO_PASSWORD };
  const { register } = await api.request(RegisterDocument, {
    input: { ...account, businessName: 'Bodega Demo', name: 'Demo owner' },
  });
  if (register?.__typename === 'Session') return register.accessToken;
  const { login } = await api.request(LoginDocument, { input: account });
  if (login?.__typename === 'Session') return login.accessToken;
  throw new Error(`The demo account cannot log in: ${login?.message ?? 'no answer'}`);
}

async function createCategories(api: ApiClient): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const { categories } = await api.request(CategoriesDocument, {});
  for (const category of categories ?? []) ids.set(category.name, category.id);
  for (const name of DEMO_CATEGORIES.filter((name) => !ids.has(name))) {
    const { createCategory } = await api.request(CreateCategoryDocument, { name });
    if (createCategory) ids.set(name, createCategory.id);
  }
  return ids;
}

async function createProduct(
  api: ApiClient,
  product: DemoProduct,
  categoryId: string | undefined,
): Promise<string> {
  const { createProduct: result } = await api.request(CreateProductDocument, {
    input: {
      sku: product.sku,
      name: product.name,
      keywords: [...product.keywords],
      categoryId,
      price: { amount: product.price, currency: DEMO_CURRENCY },
      initialStock: product.stock,
      enrich: true,
      idempotencyKey: `demo-product-${product.sku}`,
    },
  });
  if (result?.__typename === 'SkuTaken') return result.product.id;
  if (result?.__typename === 'Product') return result.id;
  throw new Error(`The demo product ${product.sku} was refused: ${result?.message ?? 'no answer'}`);
}

function expectOneOf(
  result: { __typename: string; message?: string } | null | undefined,
  ...expected: string[]
): void {
  if (!result || !expected.includes(result.__typename)) {
    throw new Error(`The demo business could not be created: ${result?.message ?? 'no answer'}`);
  }
}
