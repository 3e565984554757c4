import { Door, until } from '../testing/door';

const SELLER = { 'x-api-key': '1:inventory:read' };
const ALERTS = 'subscription { stockAlert { available product { name } } }';

interface Event {
  readonly event: string;
  readonly data: unknown;
}

describe('the gateway over server-sent events', () => {
  let door: Door;
  beforeEach(async () => {
    door = await Door.open();
  });
  afterEach(() => door.close());

  async function open(body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) {
    const response = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    return events(response);
  }

  async function* events(response: Response): AsyncGenerator<Event> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event, data] = /^event: (\w+)\ndata:(.*)$/.exec(block) ?? [];
        if (event !== undefined) yield { event, data: data ? JSON.parse(data) : undefined };
      }
    }
  }

  async function all(source: AsyncGenerator<Event>): Promise<Event[]> {
    const found: Event[] = [];
    for await (const event of source) found.push(event);
    return found;
  }

  it('sends each completed event, and closes the stream to the subgraph when the client leaves', async () => {
    const leave = new AbortController();
    const results = await open({ query: ALERTS }, SELLER, leave.signal);
    await until(() => door.shop.inventory.open.size === 1, 'the stream is open');
    door.shop.alert(1);
    expect((await results.next()).value).toEqual({
      event: 'next',
      data: { data: { stockAlert: { available: 9, product: { name: 'Product 1' } } } },
    });
    leave.abort();
    await until(() => door.shop.inventory.open.size === 0, 'the stream is closed');
  });

  it('answers a query with one result', async () => {
    expect(await all(await open({ query: '{ product(id: 1) { name } }' }))).toEqual([
      { event: 'next', data: { data: { product: { name: 'Product 1' } } } },
      { event: 'complete', data: undefined },
    ]);
  });

  it.each([
    ['a document that is not valid', { query: '{ nothing }' }, SELLER, 'GRAPHQL_VALIDATION_FAILED'],
    ['a body that is no request', { q: 1 }, SELLER, 'BAD_USER_INPUT'],
    ['credentials that are not valid', { query: ALERTS }, { 'x-api-key': 'nonsense' }, 'UNAUTHENTICATED'],
    ['a refusal by the subgraph', { query: ALERTS }, { 'x-api-key': '1:' }, 'FORBIDDEN'],
  ])('tells of %s in an event, then completes', async (_what, body, headers, code) => {
    const [refusal, complete] = await all(await open(body, headers));
    expect(refusal?.data).toEqual({
      errors: [expect.objectContaining({ extensions: { code, traceId: expect.any(String) } })],
    });
    expect(complete?.event).toBe('complete');
  });

  it('ends when the credentials are revoked, and when the gateway stops', async () => {
    const revoked = all(await open({ query: ALERTS }, SELLER));
    const stopped = all(await open({ query: ALERTS }, { 'x-api-key': '2:inventory:read' }));
    await until(() => door.shop.inventory.requests.length === 1, 'the stream is open');
    // Both have joined when a query that was sent later is answered.
    await door.post('{ product(id: 1) { name } }');
    door.revoked.push('apikey:key-1');
    expect((await revoked).map(({ data }) => data)).toEqual([
      {
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) }),
        ],
      },
      undefined,
    ]);
    await door.gateway.stop();
    expect((await stopped).map(({ data }) => data)).toEqual([
      {
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }) }),
        ],
      },
      undefined,
    ]);
  });
});
