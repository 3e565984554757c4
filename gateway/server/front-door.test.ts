import { Door } from '../testing/door';

const PLAIN = { 'content-type': 'application/json' };
/** Not plain, and means the same: Express reads it. */
const NOT_PLAIN = { 'content-type': 'application/json; charset=utf-8;' };

describe('the front door', () => {
  let door: Door;
  beforeAll(async () => {
    door = await Door.open();
  });
  afterAll(() => door.close());

  const post = async (body: string | ReadableStream, headers: Record<string, string>) => {
    const response = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers,
      body,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
    const { errors } = JSON.parse(await response.text()) as {
      errors?: { message: string; extensions: { code: string } }[];
    };
    const told = errors?.map(({ message, extensions }) => [message, extensions.code]);
    const names = [...response.headers.keys()].filter((name) => name !== 'date').sort();
    return { status: response.status, told, names };
  };

  const tooLarge = ' '.repeat(100 * 1024 + 1);
  it.each<[string, () => string | ReadableStream, number, string]>([
    ['more than 100 KB', () => tooLarge, 413, 'The request body is larger than 100 KB.'],
    [
      'more than 100 KB without a length',
      () => new Blob([tooLarge]).stream(),
      413,
      'The request body is larger than 100 KB.',
    ],
    ['half a JSON', () => '{"query": "{', 400, 'The request body is not valid JSON.'],
    ['a text', () => '"{ lowStock { id } }"', 400, 'The request body is not valid JSON.'],
  ])(
    'refuses %s alike whether or not Express reads it, and asks no subgraph',
    async (_what, body, status, message) => {
      const before = door.shop.inventory.requests.length;
      const plain = await post(body(), PLAIN);
      expect([plain.status, plain.told]).toEqual([status, [[message, 'BAD_USER_INPUT']]]);
      expect(await post(body(), NOT_PLAIN)).toEqual(plain);
      expect(door.shop.inventory.requests).toHaveLength(before);
    },
  );

  it.each([
    ['nothing', ''],
    ['a batch', '[{"query": "{ lowStock { id } }"}]'],
    ['an empty object', '{}'],
  ])('answers %s alike, with the same headers', async (_what, body) => {
    const plain = await post(body, PLAIN);
    expect(plain.status).toBe(400);
    expect(plain.names).toEqual(
      expect.arrayContaining(['content-security-policy', 'x-content-type-options']),
    );
    expect(await post(body, NOT_PLAIN)).toEqual(plain);
  });

  it('gives an answer the same headers either way', async () => {
    const body = JSON.stringify({ query: '{ lowStock { id } }' });
    const plain = await post(body, PLAIN);
    expect(plain.status).toBe(200);
    expect(await post(body, NOT_PLAIN)).toEqual(plain);
  });
});
