import { once } from 'node:events';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Authenticator } from '../identity/authenticator';
import { KeySet } from '../identity/key-set';
import { RevocationList } from '../identity/revocation-list';
import { Door, silent, TENANT, until } from '../testing/door';

const USER = '0197a000-0000-7000-8000-000000000101';

describe('access tokens at the public door', () => {
  let door: Door;
  let sign: (seconds: number) => Promise<string>;
  let revoked: string[];
  let revocations: RevocationList;
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
    sign = (seconds) =>
      new SignJWT({ tid: TENANT, sid: 's1', role: 'SELLER', scope: 'inventory:read' })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'k1' })
        .setIssuer('bodega')
        .setAudience('bodega-api')
        .setSubject(USER)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .sign(privateKey);
    door = await Door.open({ authenticator, jwks: async () => jwks });
  });
  afterEach(async () => {
    revocations.stop();
    await door.close();
  });

  it('open requests over HTTP until their session is revoked', async () => {
    const headers = { authorization: `Bearer ${await sign(60)}` };
    expect((await door.post('{ whoami }', {}, headers)).body).toEqual({ data: { whoami: USER } });
    const changed = new Promise<void>((resolve) => revocations.onChange(resolve));
    revoked.push('session:s1');
    await changed;
    const refused = await door.post('{ whoami }', {}, headers);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('open a WebSocket until they expire: it is closed with 4403, and its subscriptions with it', async () => {
    const socket = await door.socket();
    socket.send(
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${await sign(2)}` } }),
    );
    await once(socket, 'message');
    socket.send(
      JSON.stringify({
        id: '1',
        type: 'subscribe',
        payload: { query: 'subscription { stockAlert { id } }' },
      }),
    );
    await until(() => door.shop.inventory.open.size === 1, 'the stream is open');
    const [code] = await once(socket, 'close');
    expect(code).toBe(4403);
    await until(() => door.shop.inventory.open.size === 0, 'the stream is closed');
  });

  it('end server-sent events when they expire', async () => {
    const response = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${await sign(2)}`,
      },
      body: JSON.stringify({ query: 'subscription { stockAlert { id } }' }),
    });
    expect(await response.text()).toContain('"code":"UNAUTHENTICATED"');
  });
});
