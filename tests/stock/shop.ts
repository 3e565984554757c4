import { Pool } from 'undici';
import { z } from 'zod';
import { newBusiness } from '../support/api';

const result = z.object({
  __typename: z.string(),
  id: z.string().optional(),
  status: z.enum(['PENDING', 'COMPLETED', 'CANCELLED']).optional(),
  productId: z.string().optional(),
  requested: z.int().optional(),
  available: z.int().optional(),
});
const body = z.object({
  data: z.object({ answer: result.nullish() }).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

/** A member of a result union, or why there is none: the code of an error, or CUT where the connection was. */
export interface Answer extends Omit<z.infer<typeof result>, '__typename'> {
  readonly outcome: string;
}

export interface Line {
  readonly productId: string;
  readonly quantity: number;
}

const figures = z.object({ onHand: z.int(), reserved: z.int(), available: z.int(), level: z.string() });
export type Stock = z.infer<typeof figures>;
const ledgerBody = z.object({
  data: z.object({
    product: z.object({
      stock: z.object({
        movements: z.object({ nodes: z.array(z.object({ kind: z.string() })) }),
        locations: z.array(z.object({ location: z.object({ id: z.string(), isDefault: z.boolean() }) })),
      }),
    }),
  }),
});
const stockBody = z.object({ data: z.object({ product: z.object({ stock: figures }) }) });

const ORDER =
  '__typename ... on Order { id status } ... on InsufficientStock { productId requested available }';
const MOVED = `__typename ... on InsufficientStock { productId requested available }`;
const TEXTS = {
  sell: `mutation ($input: SellInput!) { answer: sell(input: $input) { ${ORDER} } }`,
  purchase: `mutation ($input: PurchaseInput!) { answer: purchase(input: $input) { ${ORDER} } }`,
  confirm: 'mutation ($id: ID!) { answer: confirmOrder(id: $id) { __typename ... on Order { id status } } }',
  cancel: 'mutation ($id: ID!) { answer: cancelOrder(id: $id) { __typename ... on Order { id status } } }',
  adjust: `mutation ($input: AdjustStockInput!) { answer: adjustStock(input: $input) { ${MOVED} } }`,
  transfer: `mutation ($input: TransferStockInput!) { answer: transferStock(input: $input) { ${MOVED} } }`,
  create:
    'mutation ($input: CreateProductInput!) { answer: createProduct(input: $input) { __typename ... on Product { id } } }',
  order: 'query ($id: ID!) { answer: order(id: $id) { __typename id status } }',
  archive: 'mutation ($id: ID!) { answer: archiveProduct(id: $id) { __typename } }',
  location: 'mutation ($name: String!) { answer: createLocation(name: $name) { __typename id } }',
};
const STOCK = 'query ($id: ID!) { product(id: $id) { stock { onHand reserved available level } } }';

const LEDGER = `query ($id: ID!) {
  product(id: $id) { stock { movements(first: 100) { nodes { kind } } locations { location { id isDefault } } } }
}`;

const LIMIT_MILLIS = 30_000;

/** A business and its clients, who speak to the public door. */
export class Shop {
  private constructor(
    private readonly pool: Pool,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** @param connections that its clients have between them. */
  static async open(url: string, connections: number): Promise<Shop> {
    const owner = await newBusiness(url);
    return new Shop(new Pool(url, { connections }), { ...owner.headers, 'content-type': 'application/json' });
  }

  /** Never throws for what the other side does; `signal` cuts the connection. */
  async ask(what: keyof typeof TEXTS, variables: object, signal?: AbortSignal): Promise<Answer> {
    try {
      const { data, errors } = body.parse(await this.#send(TEXTS[what], variables, signal));
      const [error] = errors ?? [];
      if (error !== undefined) return { outcome: error.extensions.code };
      if (data?.answer == null) return { outcome: 'NOTHING' };
      const { __typename: outcome, ...answer } = data.answer;
      return { outcome, ...answer };
    } catch (error) {
      if (error instanceof z.ZodError) throw error;
      return { outcome: 'CUT' };
    }
  }

  /** A product with so many units. Resolves with its id. */
  async product(initialStock: number, more: object = {}): Promise<string> {
    const input = {
      name: 'Red screws',
      price: { amount: '1.00', currency: 'USD' },
      enrich: false,
      initialStock,
      ...more,
    };
    const { id, outcome } = await this.ask('create', { input });
    if (id === undefined) throw new Error(`A product was not created: ${outcome}`);
    return id;
  }

  async stock(id: string): Promise<Stock> {
    return stockBody.parse(await this.#send(STOCK, { id })).data.product.stock;
  }

  /** Kinds of its lines in the ledger, the newest first. */
  async ledger(id: string): Promise<string[]> {
    const { product } = ledgerBody.parse(await this.#send(LEDGER, { id })).data;
    return product.stock.movements.nodes.map(({ kind }) => kind);
  }

  /** Where a product's first units are. */
  async defaultLocation(productId: string): Promise<string> {
    const { product } = ledgerBody.parse(await this.#send(LEDGER, { id: productId })).data;
    const found = product.stock.locations.find(({ location }) => location.isDefault);
    if (found === undefined) throw new Error('The business has no default location');
    return found.location.id;
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  async #send(query: string, variables: object, signal?: AbortSignal): Promise<unknown> {
    const response = await this.pool.request({
      path: '/graphql',
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify({ query, variables }),
      headersTimeout: LIMIT_MILLIS,
      bodyTimeout: LIMIT_MILLIS,
      signal,
    });
    return response.body.json();
  }
}

/** How often each outcome came. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add({ outcome }: Answer): void {
    this.#counts.set(outcome, this.count(outcome) + 1);
  }

  count(outcome: string): number {
    return this.#counts.get(outcome) ?? 0;
  }

  /** All that are not among these. */
  others(...expected: string[]): number {
    return [...this.#counts].reduce((sum, [name, count]) => (expected.includes(name) ? sum : sum + count), 0);
  }
}
