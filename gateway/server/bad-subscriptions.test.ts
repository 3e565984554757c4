import { connect } from 'node:net';
import { Door, until } from '../testing/door';
import { RawClient } from '../testing/raw-client';

const SELLER = { 'x-api-key': '1:inventory:read' };
const ALERTS = 'subscription { stockAlert { id } }';
const ANSWER = { data: { product: { name: 'Product 1' } } };

/** Bytes of one frame as a client sends it: the mask is all zeros, so the payload stands there as it is. */
const frame = (first: number, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload]);

describe('a subscription that cannot be', () => {
  let door: Door;
  beforeAll(async () => {
    door = await Door.open();
  });
  afterAll(() => door.close());

  it.each([
    [
      'two root fields',
      'subscription { stockAlert { id } stockChanged { onHand } }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'two root fields in fragments',
      'subscription { ...A ... on Subscription { never } } fragment A on Subscription { stockAlert { id } }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an introspection field at the root',
      'subscription { __typename }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      '@include at the root',
      'subscription ($on: Boolean!) { stockAlert @include(if: $on) { id } }',
      { on: true },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      '@skip at the root, which leaves nothing',
      'subscription { stockAlert @skip(if: true) { id } }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      '@include around the root',
      'subscription ($on: Boolean!) { ... @include(if: $on) { stockAlert { id } } }',
      { on: false },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a variable that is not declared',
      'subscription { stockAlert(after: $after) { id } }',
      { after: 'c1' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a variable of another type',
      'subscription ($after: String) { stockAlert(after: $after) { id } }',
      { after: { a: 1 } },
      'BAD_USER_INPUT',
    ],
    [
      'a missing variable',
      'subscription ($after: String!) { stockAlert(after: $after) { id } }',
      {},
      'BAD_USER_INPUT',
    ],
    ['a field that does not exist', 'subscription { nothing }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
  ])('for %s ends with one error, and the socket lives on', async (_what, query, variables, code) => {
    const client = await RawClient.open(door, SELLER);
    client.subscribe('bad', query, variables);
    const message = await client.next();
    expect(message).toMatchObject({ id: 'bad', type: 'error', payload: [{ extensions: { code } }] });
    expect(message.payload).toHaveLength(1);
    expect(await client.alive()).toEqual(ANSWER);
    expect(client.messages).toEqual([]);
    expect(door.shop.inventory.open.size).toBe(0);
    client.socket.close();
    await client.closed;
  });

  it('does not mind variables that the operation does not know, and shares its stream all the same', async () => {
    const client = await RawClient.open(door, SELLER);
    client.subscribe('1', ALERTS, { nonsense: 1 });
    client.subscribe('2', ALERTS, { nonsense: 2 });
    await client.alive();
    expect(door.shop.inventory.open.size).toBe(1);
    door.shop.alert(1);
    expect(await client.next()).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { stockAlert: { id: 'a1' } } },
    });
    expect(await client.next()).toEqual({
      id: '2',
      type: 'next',
      payload: { data: { stockAlert: { id: 'a1' } } },
    });
    client.socket.close();
    await until(() => door.shop.inventory.open.size === 0, 'the stream is closed');
  });

  it('ends by an error of the operation, not of the socket, when it is the 51st: also when a thousand come at once', async () => {
    const client = await RawClient.open(door, SELLER);
    const other = await RawClient.open(door, { 'x-api-key': '2:inventory:read' });
    for (let id = 1; id <= 1_000; id += 1) client.subscribe(String(id), ALERTS);
    other.subscribe('other', ALERTS);
    const refused = new Set<string | undefined>();
    while (refused.size < 950) {
      const { id, type, payload } = await client.next();
      expect([type, payload]).toMatchObject(['error', [{ extensions: { code: 'RATE_LIMITED' } }]]);
      refused.add(id);
    }
    // The fifty and the other's have joined when what they sent later is answered.
    expect(await other.alive()).toEqual(ANSWER);
    client.send({ type: 'ping' });
    await client.next(({ type }) => type === 'pong');
    expect(door.shop.inventory.open.size).toBe(1);
    door.shop.alert(1);
    const delivered = new Set<string | undefined>();
    while (delivered.size < 50) delivered.add((await client.next(({ type }) => type === 'next')).id);
    expect([...delivered].filter((id) => refused.has(id))).toEqual([]);
    expect((await other.next(({ type }) => type === 'next')).id).toBe('other');
    for (const { socket } of [client, other]) socket.close();
    await until(() => door.shop.inventory.open.size === 0, 'the stream is closed');
  });

  it.each([
    ['a frame that is not masked', Buffer.from([0x81, 0x02, 0x7b, 0x7d]), 1002],
    ['an opcode that does not exist', frame(0x83, Buffer.from('{}')), 1002],
    ['a reserved bit', frame(0xf1, Buffer.from('{}')), 1002],
    ['bytes that are no UTF-8', frame(0x81, Buffer.from([0xff, 0xfe])), 1007],
    ['a message that is no JSON', frame(0x81, Buffer.from('{"type":')), 4400],
    ['a message without a type', frame(0x81, Buffer.from('{"id":"1"}')), 4400],
    ['a subscribe without a payload', frame(0x81, Buffer.from('{"id":"1","type":"subscribe"}')), 4400],
    ['an array', frame(0x81, Buffer.from('[1,2]')), 4400],
    ['binary data', frame(0x82, Buffer.from([0, 1, 2])), 4400],
  ])('closes the socket that sends %s, and no other', async (_what, bytes, code) => {
    const other = await RawClient.open(door, SELLER);
    other.subscribe('other', ALERTS);
    await other.alive();
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    socket.write(
      'GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
    );
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => (received = Buffer.concat([received, chunk])));
    await until(() => received.includes('\r\n\r\n'), 'the handshake is done');
    socket.write(bytes);
    const close = () => received.subarray(received.indexOf('\r\n\r\n') + 4);
    await until(() => close().length >= 4, 'it has been closed');
    expect([close()[0], close().readUInt16BE(2)]).toEqual([0x88, code]);
    socket.destroy();
    door.shop.alert(1);
    expect(await other.next()).toMatchObject({ id: 'other', type: 'next' });
    other.socket.close();
    await until(() => door.shop.inventory.open.size === 0, 'the stream is closed');
  });
});
