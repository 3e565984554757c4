import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { Door } from '../../gateway/testing/door';
import { Networks } from '../../platform/network/addresses';

type Ask = (door: Door, headers: Record<string, string>) => Promise<void>;

const QUERY = '{ product(id: 1) { name } }';
const overHttp: Ask = async (door, headers) => void (await door.post(QUERY, {}, headers));
const overSse: Ask = async (door, headers) => {
  const response = await fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query: QUERY }),
  });
  await response.text();
};
const overWebSocket: Ask = async (door, headers) => {
  const socket: WebSocket = await door.socket(headers);
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY } }));
  await once(socket, 'message');
  socket.close();
};

let doors: { direct: Door; elsewhere: Door; behind: Door };

beforeAll(async () => {
  const [direct, elsewhere, behind] = await Promise.all(
    [[], ['192.0.2.0/24'], ['127.0.0.1', '10.0.0.0/8']].map((trusted) =>
      Door.open({ trustedProxies: new Networks(trusted) }),
    ),
  );
  if (!direct || !elsewhere || !behind) throw new Error('A door is missing');
  doors = { direct, elsewhere, behind };
});
afterAll(() => Promise.all(Object.values(doors).map((door) => door.close())));

/** The address that a subgraph was told of, when the client sent these headers. */
async function told(ask: Ask, headers: Record<string, string>, door: Door): Promise<unknown> {
  door.shop.products.requests.length = 0;
  await ask(door, headers);
  const [request] = door.shop.products.requests;
  return request?.context.clientAddress;
}

const SPOOFED = {
  'x-forwarded-for': '203.0.113.9',
  forwarded: 'for=203.0.113.9',
  'x-real-ip': '203.0.113.9',
  'x-client-ip': '203.0.113.9',
  'true-client-ip': '203.0.113.9',
  'cf-connecting-ip': '203.0.113.9',
  'x-bodega-client-address': '203.0.113.9',
};

describe.each([
  ['HTTP', overHttp],
  ['server-sent events', overSse],
  ['a WebSocket', overWebSocket],
])("the client's address over %s", (_transport, ask) => {
  it("is the peer's, whatever its headers say, unless the peer is a trusted proxy", async () => {
    expect(await told(ask, SPOOFED, doors.direct)).toBe('127.0.0.1');
    expect(await told(ask, SPOOFED, doors.elsewhere)).toBe('127.0.0.1');
  });

  it('is what a trusted proxy forwards, and of that the last hop that is not trusted', async () => {
    const of = (forwarded: string) => told(ask, { 'x-forwarded-for': forwarded }, doors.behind);
    expect(await of('198.51.100.4')).toBe('198.51.100.4');
    // What the client itself wrote stands first.
    expect(await of('203.0.113.9, 198.51.100.4')).toBe('198.51.100.4');
    expect(await of('203.0.113.9, 198.51.100.4, 10.0.0.7')).toBe('198.51.100.4');
    expect(await of('::ffff:198.51.100.4')).toBe('198.51.100.4');
    expect(await of('2001:db8::1, 10.1.1.1')).toBe('2001:db8::1');
  });

  it('goes no further back than what it can read', async () => {
    const of = (forwarded: string) => told(ask, { 'x-forwarded-for': forwarded }, doors.behind);
    expect(await of('203.0.113.9, unknown')).toBe('127.0.0.1');
    expect(await of('203.0.113.9, 10.0.0.7:1234')).toBe('127.0.0.1');
    expect(await of('203.0.113.9, "><script>, 10.0.0.7')).toBe('10.0.0.7');
    expect(await of('')).toBe('127.0.0.1');
  });
});
