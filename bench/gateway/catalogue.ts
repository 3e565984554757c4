// Two subgraphs in memory: a list of products, and the stock of each by its key.

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

export const PRODUCTS_SDL = `
  type Product @key(fields: "id") { id: ID! name: String! sku: String! price: Price! }
  type Price { amount: String! currency: String! }
  type Query { products(from: Int!, first: Int! = 20): [Product!]! }`;

export const INVENTORY_SDL = `
  type Product @key(fields: "id") { id: ID! stock: Stock! }
  type Stock { onHand: Int! reserved: Int! level: String! }`;

export const federated = (sdl: string): string => `${LINK} ${sdl}`;

/** As gateways of the first federation need it, which know no \`@link\`. */
export const INVENTORY_SDL_V1 = INVENTORY_SDL.replace('type Product', 'extend type Product').replace(
  'id: ID!',
  'id: ID! @external',
);

export const QUERY =
  'query Products($from: Int!) { products(from: $from, first: 20) { id name price { amount currency } stock { onHand level } } }';

/** The same operation about 500 pages of the list. */
export const VALUES = 500;

const product = (id: number) => ({
  id: String(id),
  name: `Product ${id}`,
  sku: `SKU-${id}`,
  price: { amount: `${id}.90`, currency: 'USD' },
});

const stock = (id: number) => ({ onHand: id, reserved: 0, level: id < 10 ? 'LOW' : 'OK' });

const LENGTH = VALUES + 20;
const products = Array.from({ length: LENGTH }, (_, id) => product(id));
const stocks = Array.from({ length: LENGTH }, (_, id) => stock(id));

export const productsResolvers = {
  Query: {
    products: (_: unknown, { from, first }: { from: number; first: number }) =>
      products.slice(from, from + first),
  },
  Product: { __resolveReference: ({ id }: { id: string }) => products[Number(id)] },
};

export const inventoryResolvers = {
  Product: { __resolveReference: ({ id }: { id: string }) => ({ id, stock: stocks[Number(id)] }) },
};

/** What every gateway must answer for a value of the variable. */
export function expected(from: number): unknown {
  const pick = (id: number) => {
    const { name, price } = product(id);
    const { onHand, level } = stock(id);
    return { id: String(id), name, price, stock: { onHand, level } };
  };
  return { data: { products: Array.from({ length: 20 }, (_, index) => pick(from + index)) } };
}
