import { print, type DocumentNode } from 'graphql';
import { LoginDocument } from '../../schema/operations/generated/graphql';

/** Sends typed documents of schema/operations as one person. */
export class Client {
  constructor(
    private readonly url: string,
    readonly headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
  ) {}

  /** The owner of the demo business. */
  static async login(url: string): Promise<Client> {
    const input = { email: 'demo@bodega.test', password: 'bodega-demo-2026' };
    const { login } = await new Client(url).request<{ login: { accessToken?: string } }>(LoginDocument, {
      input,
    });
    if (login.accessToken === undefined) throw new Error('The demo business does not let anybody in');
    return new Client(url, {
      'content-type': 'application/json',
      authorization: `Bearer ${login.accessToken}`,
    });
  }

  body(document: DocumentNode, variables: object): string {
    return JSON.stringify({ query: print(document), variables });
  }

  /** Throws when there is any error. */
  async request<Data>(document: DocumentNode, variables: object): Promise<Data> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: this.headers,
      body: this.body(document, variables),
    });
    const answer = (await response.json()) as { data?: Data; errors?: unknown };
    if (answer.errors !== undefined || answer.data === undefined) throw new Error(JSON.stringify(answer));
    return answer.data;
  }
}
