import { randomBytes } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import {
  CreateProductDocument,
  CreateUserDocument,
  LoginDocument,
  RegisterDocument,
  type CreateProductInput,
  type ProductSummaryFragment,
  type Role,
} from '../../schema/operations/generated/graphql';

export interface ApiAnswer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown>;
  }[];
}

export const PASSWORD = 'correct horse battery';

/** One caller of the public API, as a frontend would be. */
export class Api {
  readonly #clients: Client[] = [];

  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The raw answer, refusals included. */
  async send<Data>(query: string, variables: object = {}): Promise<ApiAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<ApiAnswer<Data>>;
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
  }

  /** The data of a typed document; throws when there is any error. */
  async request<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data, errors } = await this.send<Data>(print(document), variables);
    if (errors.length > 0 || data === null || data === undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Events of a subscription, over a WebSocket of its own. Close it with `return()`; `close()` closes all. */
  subscribe<Data>(
    query: string,
    variables: Record<string, unknown> = {},
  ): AsyncIterableIterator<ApiAnswer<Data>> {
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.headers,
      retryAttempts: 0,
    });
    this.#clients.push(client);
    return client.iterate<ApiAnswer<Data>>({ query, variables }) as unknown as AsyncIterableIterator<
      ApiAnswer<Data>
    >;
  }

  as(headers: Record<string, string>): Api {
    return new Api(this.url, headers);
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map(async (client) => client.dispose()));
  }
}

const unique = (): string => randomBytes(5).toString('hex');

/** A new business and its OWNER, logged in. */
export async function newBusiness(url: string): Promise<Api> {
  const api = new Api(url);
  const name = unique();
  const input = {
    businessName: `Business ${name}`,
    name: 'Owner',
    email: `owner-${name}@example.com`,
    password: PASSWORD,
  };
  const { register } = await api.request(RegisterDocument, { input });
  if (register?.__typename !== 'Session') throw new Error(JSON.stringify(register));
  return api.as({ authorization: `Bearer ${register.accessToken}` });
}

/** A person of the owner's business, logged in. */
export async function newPerson(owner: Api, role: Role): Promise<Api> {
  const email = `${role.toLowerCase()}-${unique()}@example.com`;
  const { createUser } = await owner.request(CreateUserDocument, {
    input: { email, name: role, role, password: PASSWORD },
  });
  if (createUser?.__typename !== 'User') throw new Error(JSON.stringify(createUser));
  const { login } = await new Api(owner.url).request(LoginDocument, { input: { email, password: PASSWORD } });
  if (login?.__typename !== 'Session') throw new Error(JSON.stringify(login));
  return owner.as({ authorization: `Bearer ${login.accessToken}` });
}

/** A product of the caller's business, with what the answer of its creation showed. */
export async function newProduct(
  api: Api,
  given: Partial<CreateProductInput> = {},
): Promise<ProductSummaryFragment> {
  const { createProduct } = await api.request(CreateProductDocument, {
    input: {
      name: `Product ${unique()}`,
      price: { amount: '10.00', currency: 'USD' },
      enrich: false,
      ...given,
    },
  });
  if (createProduct?.__typename !== 'Product') throw new Error(JSON.stringify(createProduct));
  return createProduct;
}
