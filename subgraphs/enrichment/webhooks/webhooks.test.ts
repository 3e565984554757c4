import { randomUUID } from 'node:crypto';
import { eventually } from '../testing/eventually';
import { EnrichmentHarness } from '../testing/enrichment-harness';
import { expectedSignature, status, WebhookReceiver } from '../testing/webhook-receiver';

let harness: EnrichmentHarness;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
  harness = await EnrichmentHarness.start({ ENRICHMENT_WEBHOOK_NETWORKS: '127.0.0.1' });
});
afterAll(async () => {
  await harness.stop();
  await receiver.stop();
});
let tenantId: ReturnType<typeof randomUUID>;
beforeEach(() => {
  tenantId = randomUUID();
  receiver.play();
});
// What one test leaves unsent does not reach the next one's receiver.
afterEach(() =>
  harness.sql.query(
    `UPDATE webhook_delivery SET status = 'FAILED', lease = NULL, ended_at = now() WHERE status = 'PENDING'`,
  ),
);

const SAVED = `{ __typename ... on EnrichmentWebhookSaved { secret webhook { url } } ... on EnrichmentWebhookNotSet { message }`;
const SET = `mutation ($url: String!) { setEnrichmentWebhook(url: $url) { __typename
  ... on EnrichmentWebhookSaved { secret webhook { url } } ... on ValidationError { fields { path message } } } }`;
const ROTATE = `mutation { rotateEnrichmentWebhookSecret ${SAVED} } }`;
const REMOVE = `mutation { removeEnrichmentWebhook { __typename ... on EnrichmentWebhook { url } ... on EnrichmentWebhookNotSet { message } } }`;
const WEBHOOK = '{ enrichmentWebhook { url } }';
const DELIVERIES = `query ($first: Int, $after: String) { enrichmentWebhookDeliveries(first: $first, after: $after) {
  nodes { id productId product { id } status attempts nextAttemptAt lastStatus lastError endedAt } pageInfo { hasNextPage endCursor } } }`;

type Answer = Record<string, unknown> | null;

async function ask(document: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await harness.execute(document, variables, harness.context(undefined, tenantId));
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as Answer;
}

async function setWebhook(url = receiver.url): Promise<string> {
  return String((await ask(SET, { url }))?.['secret']);
}

/** A product of the business whose page has been written. */
async function enriched(): Promise<string> {
  const { productId } = harness.product({}, tenantId);
  await harness.enrich(productId, true, harness.context(undefined, tenantId));
  return productId;
}

const deliveries = async (): Promise<Record<string, unknown>[]> =>
  (await ask(DELIVERIES))?.['nodes'] as Record<string, unknown>[];

/** Resolves when the attempts that were made are in the record. */
/** The attempt is over, and not only begun. */
const recorded = (state: string, attempts: number): Promise<void> =>
  eventually(async () => {
    const { rows } = await harness.sql.query(
      `SELECT FROM webhook_delivery
        WHERE tenant_id = $1 AND status = $2 AND attempts = $3 AND lease IS NULL`,
      [tenantId, state, attempts],
    );
    return rows.length > 0;
  });

/** As if the pause before the next attempt were over. */
const pausePasses = (): Promise<unknown> =>
  harness.sql.query('UPDATE webhook_delivery SET due_at = now() WHERE tenant_id = $1', [tenantId]);

describe('a completed enrichment', () => {
  it('should be told to the webhook, signed as in Standard Webhooks', async () => {
    const secret = await setWebhook();
    expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
    const productId = await enriched();
    const [message] = await receiver.until(1);
    if (message === undefined) throw new Error('Nothing was sent');
    expect(message.path).toBe('/hooks?shop=1');
    expect(message.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(message.body)).toEqual({
      type: 'enrichment.completed',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: {
        ...{
          productId,
          jobId: expect.any(String),
          description: expect.any(String),
          category: expect.any(String),
        },
        ...{ keywords: expect.any(Array), provider: 'builtin', model: 'templates-1' },
      },
    });
    expect(message.headers['webhook-signature']).toBe(expectedSignature(secret, message));
    expect(Math.abs(Number(message.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(30);
    await recorded('DELIVERED', 1);
    expect(await deliveries()).toEqual([
      {
        ...{ id: message.headers['webhook-id'], productId, product: { id: productId }, status: 'DELIVERED' },
        ...{
          attempts: 1,
          nextAttemptAt: null,
          lastStatus: 204,
          lastError: null,
          endedAt: expect.any(String),
        },
      },
    ]);
  });

  it('should be told to nobody where no webhook is set', async () => {
    await enriched();
    expect(await harness.rows('SELECT 1 FROM webhook_delivery WHERE tenant_id = $1', [tenantId])).toEqual([]);
  });

  it("should be told to no other business's webhook", async () => {
    await setWebhook();
    tenantId = randomUUID();
    await enriched();
    expect(await ask(WEBHOOK)).toBeNull();
    expect(await harness.rows('SELECT 1 FROM webhook_delivery WHERE tenant_id = $1', [tenantId])).toEqual([]);
    expect(receiver.messages).toEqual([]);
  });
});

describe('a receiver that does not take it', () => {
  it('should be sent the same message again, after a pause, until it does', async () => {
    const secret = await setWebhook();
    await enriched();
    receiver.play(status(500), (response) => void response.socket?.resetAndDestroy());
    await recorded('PENDING', 1);
    expect(await deliveries()).toMatchObject([
      {
        lastStatus: 500,
        lastError: 'The receiver answered with status 500.',
        nextAttemptAt: expect.any(String),
      },
    ]);
    await pausePasses();
    await recorded('PENDING', 2);
    expect(await deliveries()).toMatchObject([
      { lastStatus: null, lastError: 'The receiver could not be reached (ECONNRESET).' },
    ]);
    await pausePasses();
    await recorded('DELIVERED', 3);
    const messages = await receiver.until(3);
    expect(new Set(messages.map(({ body }) => body)).size).toBe(1);
    expect(new Set(messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const message of messages) {
      expect(message.headers['webhook-signature']).toBe(expectedSignature(secret, message));
    }
  });

  it('should not be followed elsewhere', async () => {
    await setWebhook();
    receiver.play(status(307, { location: `http://127.0.0.1:${receiver.port}/elsewhere` }));
    await enriched();
    await recorded('PENDING', 1);
    expect(receiver.messages.map(({ path }) => path)).toEqual(['/hooks?shop=1']);
    expect(await deliveries()).toMatchObject([{ lastStatus: 307 }]);
  });

  it('should be waited for as long as it asks', async () => {
    await setWebhook();
    receiver.play(status(503, { 'retry-after': '1800' }));
    await enriched();
    await recorded('PENDING', 1);
    const [delivery] = await deliveries();
    const seconds = (Date.parse(String(delivery?.['nextAttemptAt'])) - Date.now()) / 1000;
    expect(Math.abs(seconds - 1800)).toBeLessThan(20);
  });

  it.each([
    ['it is gone', 1, status(410)],
    ['it had fourteen attempts', 14, status(500)],
  ])('should be given up when %s', async (_what, attempts, reaction) => {
    await setWebhook();
    receiver.play(status(500));
    await enriched();
    await recorded('PENDING', 1);
    receiver.play(reaction);
    await harness.sql.query(
      'UPDATE webhook_delivery SET due_at = now(), attempts = $2 WHERE tenant_id = $1',
      [tenantId, attempts - 1],
    );
    await recorded('FAILED', attempts);
    expect(await deliveries()).toMatchObject([{ nextAttemptAt: null, endedAt: expect.any(String) }]);
  });

  it('should have nothing of an endless answer read', async () => {
    await setWebhook();
    let closed: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (closed = resolve));
    receiver.play((response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => {
        clearInterval(timer);
        closed();
      });
    });
    await enriched();
    await recorded('DELIVERED', 1);
    await end;
  });

  it('should not keep what is for other businesses', async () => {
    await setWebhook();
    receiver.play(...Array.from({ length: 4 }, () => () => undefined));
    for (let count = 0; count < 5; count++) await enriched();
    await receiver.until(4);
    tenantId = randomUUID();
    await setWebhook();
    const productId = await enriched();
    const messages = await receiver.until(5);
    expect(JSON.parse(messages[4]?.body ?? '')).toMatchObject({ data: { productId } });
  });

  it('should be sent it again by the next process when this one stops meanwhile', async () => {
    await setWebhook();
    receiver.play(() => undefined);
    const productId = await enriched();
    await receiver.until(1);
    await harness.subgraph.stop();
    await harness.sql.query('UPDATE webhook_delivery SET due_at = now() WHERE tenant_id = $1', [tenantId]);
    await harness.startSubgraph({ ENRICHMENT_WEBHOOK_NETWORKS: '127.0.0.1' });
    const messages = await receiver.until(2);
    expect(messages[1]?.headers['webhook-id']).toBe(messages[0]?.headers['webhook-id']);
    await recorded('DELIVERED', 2);
    expect((await deliveries())[0]).toMatchObject({ productId });
  });
});

describe('the webhook of a business', () => {
  it('should keep its secret, unseen, when it goes elsewhere', async () => {
    const secret = await setWebhook();
    const elsewhere = `http://127.0.0.1:${receiver.port}/elsewhere`;
    expect(await ask(SET, { url: `${elsewhere}#part` })).toEqual({
      ...{ __typename: 'EnrichmentWebhookSaved', secret: null, webhook: { url: elsewhere } },
    });
    expect(await ask(WEBHOOK)).toEqual({ url: elsewhere });
    await enriched();
    const [message] = await receiver.until(1);
    expect(message?.path).toBe('/elsewhere');
    expect(message && expectedSignature(secret, message)).toBe(message?.headers['webhook-signature']);
  });

  it('should sign with the old secret as well for a day after a rotation', async () => {
    const old = await setWebhook();
    const secret = String((await ask(ROTATE))?.['secret']);
    expect(secret).not.toBe(old);
    await enriched();
    const [first] = await receiver.until(1);
    if (first === undefined) throw new Error('Nothing was sent');
    expect(first.headers['webhook-signature']).toBe(
      `${expectedSignature(secret, first)} ${expectedSignature(old, first)}`,
    );
    await harness.sql.query('UPDATE webhook SET previous_until = now() WHERE tenant_id = $1', [tenantId]);
    await enriched();
    const second = (await receiver.until(2))[1];
    if (second === undefined) throw new Error('Nothing was sent');
    expect(second.headers['webhook-signature']).toBe(expectedSignature(secret, second));
  });

  it('should be forgotten when it is removed, with what is on its way', async () => {
    await setWebhook();
    receiver.play(status(500));
    await enriched();
    await recorded('PENDING', 1);
    expect(await ask(REMOVE)).toEqual({ __typename: 'EnrichmentWebhook', url: receiver.url });
    expect(await deliveries()).toMatchObject([{ status: 'FAILED', lastError: 'The webhook was removed.' }]);
    expect(await ask(WEBHOOK)).toBeNull();
    expect(await harness.rows('SELECT 1 FROM webhook WHERE tenant_id = $1', [tenantId])).toEqual([]);
    for (const document of [REMOVE, ROTATE]) {
      expect(await ask(document)).toEqual({
        __typename: 'EnrichmentWebhookNotSet',
        message: 'No webhook is set.',
      });
    }
  });

  it.each([
    ['a private address', 'https://10.0.0.1/hooks'],
    ['the metadata service of a cloud', 'https://169.254.169.254/latest'],
    ['this machine, written otherwise', 'https://0x7f.2/hooks'],
    ['this machine, by IPv6', 'https://[::1]/hooks'],
    ['an IPv4 address within IPv6', 'https://[::ffff:10.0.0.1]/hooks'],
    ['a local network of IPv6', 'https://[fd00::1]/hooks'],
    ['6to4', 'https://[2002:7f00:1::]/hooks'],
    ['no host', 'https:///'],
    ['plain HTTP to the internet', 'http://1.1.1.1/hooks'],
    ['another protocol', 'ftp://1.1.1.1/hooks'],
    ['a password', 'https://me:secret@1.1.1.1/hooks'],
    ['nothing', ''],
    ['no address', 'hooks'],
    ['a NUL', 'https://1.1.1.1/\0'],
    ['2,001 characters', `https://1.1.1.1/${'x'.repeat(1_985)}`],
  ])('should refuse %s, and write nothing', async (_what, url) => {
    expect(await ask(SET, { url })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: ['url'], message: expect.any(String) }],
    });
    expect(await harness.rows('SELECT 1 FROM webhook WHERE tenant_id = $1', [tenantId])).toEqual([]);
  });

  it('should tell the audit log who changed it, and no secret', async () => {
    const secret = await setWebhook();
    await ask(ROTATE);
    await ask(REMOVE);
    const audited = (): unknown[] =>
      harness.events
        .filter((event) => event.type === 'enrichment.audited' && event.tenantId === tenantId)
        .map(({ payload }) => payload);
    await harness.until(() => audited().length === 3);
    const details = { origin: `http://127.0.0.1:${receiver.port}` };
    expect(audited()).toMatchObject([
      { action: 'webhook.set', subjectType: 'EnrichmentWebhook', details },
      { action: 'webhook.rotated', details },
      { action: 'webhook.removed', details },
    ]);
    expect(JSON.stringify(audited())).not.toContain(secret);
  });

  it('should be closed to those who may only read', async () => {
    const reader = harness.context(['enrichment:read', 'products:read'], tenantId);
    for (const [document, variables] of [
      [WEBHOOK, {}],
      [DELIVERIES, {}],
      [SET, { url: receiver.url }],
      [ROTATE, {}],
      [REMOVE, {}],
    ] as const) {
      const { errors } = await harness.execute(document, variables, reader);
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect(await harness.rows('SELECT 1 FROM webhook WHERE tenant_id = $1', [tenantId])).toEqual([]);
  });

  it.each([[{ first: 0 }], [{ first: 101 }], [{ after: 'bm90IG91cnM' }], [{ after: '\0' }]])(
    'should refuse to list its messages by %p',
    async (variables) => {
      const { errors } = await harness.execute(DELIVERIES, variables);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    },
  );
});
