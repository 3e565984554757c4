import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Authenticator } from '../identity/authenticator';
import { KeySet } from '../identity/key-set';
import { RevocationList } from '../identity/revocation-list';
import { Door, silent, TENANT, until } from '../testing/door';
import { RawClient } from '../testing/raw-client';

const USER = '0197a000-0000-7000-8000-000000000101';
const ALERTS = 'subscription { stockAlert { id } }';

describe('the access token of an open WebSocket', () => {
  let door: Door;
  let revocations: RevocationList;
  let revoked: string[];
  let sign: (seconds: number, claims?: Record<string, unknown>) => Promise<string>;
  beforeEach(async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] });
    revoked = [];
    revocations = new RevocationList(async () => [...revoked], silent, 20);
    await revocations.start();
    const authenticator = new Authenticator({
      keys: new KeySet(async () => jwks),
      revocations,
      apiKeyIdentity: async () => null,
    });
    sign = (seconds, claims = {}) =>
      new SignJWT({ tid: TENANT, sid: 's1', role: 'SELLER', scope: 'inventory:read', sub: USER, ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1' })
        .setIssuer('bodega')
        .setAudience('bodega-api')
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .sign(privateKey);
    door = await Door.open({ authenticator, jwks: async () => jwks });
  });
  afterEach(async () => {
    revocations.stop();
    await door.close();
  });
  const bearer = async (seconds: number, claims?: Record<string, unknown>) => ({
    authorization: `Bearer ${await sign(seconds, claims)}`,
  });

  it('is renewed by a ping, as a graphql-ws client can send it, and its subscriptions go on', async () => {
    let socket: WebSocket | undefined;
    const connectionParams = await bearer(2);
    const expiresAt = Math.ceil(Date.now() / 1000) * 1000 + 2_000;
    const client = createClient({
      url: `${door.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams,
      on: { connected: (connected) => (socket = connected as WebSocket) },
    });
    const alerts = client.iterate({ query: ALERTS });
    const first = alerts.next();
    await until(() => door.shop.inventory.open.size === 1, 'the stream is open');
    const pong = new Promise<string>((resolve) =>
      socket?.once('message', (data: Buffer) => resolve(data.toString())),
    );
    socket?.send(JSON.stringify({ type: 'ping', payload: await bearer(600) }));
    const { type, payload } = JSON.parse(await pong) as { type: string; payload: { expiresAt: string } };
    expect(type).toBe('pong');
    expect(Date.parse(payload.expiresAt) - Date.now()).toBeGreaterThan(590_000);
    door.shop.alert(1);
    expect((await first).value).toEqual({ data: { stockAlert: { id: 'a1' } } });
    // What is waited for is that nothing happens at the instant at which the first token has expired.
    await new Promise((resolve) => setTimeout(resolve, expiresAt + 50 - Date.now()));
    door.shop.alert(2);
    expect((await alerts.next()).value).toEqual({ data: { stockAlert: { id: 'a2' } } });
    revoked.push('session:s1');
    await expect(alerts.next()).rejects.toMatchObject({ code: 4403 });
    await client.dispose();
  });

  it.each([
    ['of another person', { sub: '0197a000-0000-7000-8000-000000000102' }],
    ['of another business', { tid: '0197a000-0000-7000-8000-000000000002' }],
    ['with other scopes', { scope: 'inventory:read products:write' }],
    ['with another role', { role: 'OWNER' }],
    ['that has expired', { exp: 1 }],
  ])(
    'is not exchanged for one %s: the socket is closed with 4403 and nothing more is delivered',
    async (_what, claims) => {
      const client = await RawClient.open(door, await bearer(600));
      client.subscribe('1', ALERTS);
      await until(() => door.shop.inventory.open.size === 1, 'the stream is open');
      client.send({ type: 'ping', payload: await bearer('exp' in claims ? -60 : 600, claims) });
      await until(() => door.shop.inventory.open.size === 0, 'the subscription has ended');
      door.shop.alert(1);
      expect(await client.closed).toBe(4403);
      expect(client.messages.filter(({ type }) => type === 'next')).toEqual([]);
    },
  );

  it('stays the longer one, and other pings are answered as ever', async () => {
    const client = await RawClient.open(door, await bearer(600));
    client.send({ type: 'ping', payload: await bearer(500) });
    const { payload } = await client.next();
    const { expiresAt } = payload as { expiresAt: string };
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(590_000);
    client.send({ type: 'ping', payload: { hello: 1 } });
    expect(await client.next()).toEqual({ type: 'pong', payload: { hello: 1 } });
    client.send({ type: 'ping' });
    expect(await client.next()).toEqual({ type: 'pong' });
  });
});
