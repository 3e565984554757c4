import { v7 as uuidv7 } from 'uuid';
import type { EventEnvelope } from '../../platform/events/event';
import { AuthHarness, type OpenedSession, PASSWORD } from './testing/auth-harness';

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());

const EXPORT = `mutation ($id: ID!) { answer: exportPersonalData(userId: $id) {
  __typename
  ... on UserNotFound { userId }
  ... on PersonalData {
    user { id email name role }
    sessions { revokedAt }
    apiKeys { name revokedAt: lastUsedAt }
    auditLog { nodes { action clientAddress userAgent } }
  } } }`;
const ERASE = `mutation ($id: ID!) { answer: eraseUser(userId: $id) {
  __typename
  ... on User { email name disabledAt erasedAt totpEnabled }
  ... on UserNotFound { userId }
  ... on ValidationError { fields { message } } } }`;
const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
const FROM = '203.0.113.77';

async function ask(
  document: string,
  as: OpenedSession,
  id: string,
): Promise<Record<string, unknown> & { __typename: string }> {
  const data = await auth.ask<{ answer: { __typename: string } }>(document, { id }, { as: as.identity });
  return data.answer;
}

async function refusal(document: string, as: OpenedSession['identity'], id: string): Promise<unknown> {
  const { data, errors } = await auth.execute(document, { id }, { as });
  expect(data).toEqual({ answer: null });
  return errors?.[0]?.extensions['code'];
}

const actions = async (as: OpenedSession): Promise<string[]> => {
  const { auditLog } = await auth.ask<{ auditLog: { nodes: { action: string }[] } }>(
    '{ auditLog { nodes { action } } }',
    {},
    { as: as.identity },
  );
  return auditLog.nodes.map(({ action }) => action);
};

describe('an export', () => {
  test('holds what is kept of oneself, and is written down', async () => {
    const owner = await auth.register();
    const buyer = await auth.colleague(owner, 'BUYER');
    await auth.ask(LOGIN, { input: { email: buyer.email, password: PASSWORD } }, { from: FROM });
    const data = await ask(EXPORT, buyer, buyer.userId.toUpperCase());
    expect(data).toEqual({
      __typename: 'PersonalData',
      user: { id: buyer.userId, email: buyer.email, name: 'A BUYER', role: 'BUYER' },
      sessions: [{ revokedAt: null }, { revokedAt: null }],
      apiKeys: [],
      auditLog: {
        nodes: [
          { action: 'user.exported', clientAddress: null, userAgent: null },
          { action: 'login.succeeded', clientAddress: FROM, userAgent: null },
          { action: 'login.succeeded', clientAddress: null, userAgent: null },
        ],
      },
    });
    expect((await actions(owner))[0]).toBe('user.exported');
  });

  test('of somebody else is for those who manage them, and of strangers for nobody', async () => {
    const [owner, stranger] = [await auth.register(), await auth.register()];
    const admin = await auth.colleague(owner, 'ADMIN');
    const seller = await auth.colleague(owner, 'SELLER');
    expect((await ask(EXPORT, admin, seller.userId)).__typename).toBe('PersonalData');
    expect((await ask(EXPORT, owner, admin.userId)).__typename).toBe('PersonalData');
    const before = await actions(owner);
    expect(await refusal(EXPORT, admin.identity, owner.userId)).toBe('FORBIDDEN');
    expect(await refusal(EXPORT, seller.identity, admin.userId)).toBe('FORBIDDEN');
    expect(await refusal(EXPORT, seller.identity, uuidv7())).toBe('FORBIDDEN');
    for (const userId of [stranger.userId, uuidv7(), 'nobody'])
      expect(await ask(EXPORT, owner, userId)).toEqual({ __typename: 'UserNotFound', userId });
    const { sessionId: _none, ...program } = owner.identity;
    expect(await refusal(EXPORT, { ...program, apiKeyId: uuidv7() }, owner.userId)).toBe('FORBIDDEN');
    expect(await refusal(EXPORT, { ...owner.identity, scopes: [] }, owner.userId)).toBe('FORBIDDEN');
    expect(await actions(owner)).toEqual(before);
  });
});

/** All that the database says of a business, as text. */
async function everything({ identity: { tenantId } }: OpenedSession): Promise<string> {
  const { rows } = await auth.sql.query<{ row: string }>(
    [
      'tenant',
      'app_user',
      'session',
      'refresh_token',
      'api_key',
      'recovery_code',
      'mfa_challenge',
      'audit_entry',
    ]
      .map(
        (table) => `SELECT row_to_json(${table})::text AS row FROM ${table} WHERE tenant_id = '${tenantId}'`,
      )
      .join(' UNION ALL '),
  );
  return rows.map(({ row }) => row).join('\n');
}

describe('an erasure', () => {
  test('takes name, address, credentials and origin out of everything, and leaves what was done', async () => {
    const heard: EventEnvelope[] = [];
    const listening = auth.bus.tail(['auth'], (event) => heard.push(event));
    await listening.ready;
    const owner = await auth.register();
    const person = await auth.colleague(owner, 'ADMIN');
    const { secret } = (
      await auth.ask<{ createApiKey: { secret: string } }>(
        'mutation { createApiKey(input: { name: "Till", scopes: ["products:read"] }) { ... on CreatedApiKey { secret } } }',
        {},
        { as: person.identity, from: FROM },
      )
    ).createApiKey;
    await auth.ask(LOGIN, { input: { email: person.email, password: 'wrong' } }, { from: FROM });
    const did = await actions(owner);
    expect(await everything(owner)).toContain(FROM);

    expect(await ask(ERASE, owner, person.userId)).toEqual({
      __typename: 'User',
      email: `erased-${person.userId}@erased.invalid`,
      name: 'Erased person',
      disabledAt: expect.any(String),
      erasedAt: expect.any(String),
      totpEnabled: false,
    });
    expect(await actions(owner)).toEqual(['user.erased', ...did]);
    const kept = await everything(owner);
    expect(kept).toContain(owner.email);
    for (const trace of [person.email, 'A ADMIN', FROM]) expect(kept).not.toContain(trace);

    expect((await auth.refresh(person.refreshToken)).__typename).toBe('InvalidRefreshToken');
    expect(await auth.revocations()).toContainEqual(expect.stringContaining(`user:${person.userId}@`));
    const { apiKeyIdentity } = await auth.ask(
      'query ($secret: String!) { apiKeyIdentity(secret: $secret) { userId } }',
      { secret },
      { as: { ...owner.identity, scopes: ['internal'] } },
    );
    expect(apiKeyIdentity).toBeNull();
    while (heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await listening.close();
    expect(heard).toMatchObject([
      {
        type: 'auth.person-erased',
        tenantId: owner.identity.tenantId,
        payload: { userId: person.userId },
      },
    ]);
    // The address is free again, for whoever it belongs to.
    expect((await auth.register(person.email)).email).toBe(person.email);
  });

  test('is final: twice is once, and nothing else can be done to who was erased', async () => {
    const owner = await auth.register();
    const person = await auth.colleague(owner, 'SELLER');
    const erased = await ask(ERASE, owner, person.userId);
    expect(await ask(ERASE, owner, person.userId)).toEqual(erased);
    const before = await actions(owner);
    for (const change of [
      'enableUser(userId: $id)',
      'changeRole(userId: $id, role: ADMIN)',
      'resetTotp(userId: $id)',
    ]) {
      const document = `mutation ($id: ID!) { answer: ${change} { __typename ... on ValidationError { fields { message } } } }`;
      expect(await ask(document, owner, person.userId)).toEqual({
        __typename: 'ValidationError',
        fields: [{ message: 'This person was erased.' }],
      });
    }
    expect(await actions(owner)).toEqual(before);
    expect(before.filter((action) => action === 'user.erased')).toHaveLength(1);
  });

  test('is refused of oneself, of the last OWNER, by an ADMIN of an OWNER, and finds no stranger', async () => {
    const [owner, stranger] = [await auth.register(), await auth.register()];
    const admin = await auth.colleague(owner, 'ADMIN');
    const before = await everything(owner);
    const message = async (as: OpenedSession, id: string): Promise<unknown> =>
      (await ask(ERASE, as, id))['fields'];
    expect(await message(owner, owner.userId)).toEqual([{ message: 'You cannot do this to yourself.' }]);
    expect(await message(admin, owner.userId)).toEqual([{ message: 'Only an OWNER may change an OWNER.' }]);
    for (const userId of [stranger.userId, uuidv7(), 'nobody'])
      expect(await ask(ERASE, owner, userId)).toEqual({ __typename: 'UserNotFound', userId });
    const seller = { ...admin.identity, scopes: ['products:read'] };
    expect(await refusal(ERASE, seller, admin.userId)).toBe('FORBIDDEN');
    expect(await everything(owner)).toBe(before);
  });

  test('also takes from where somebody came out of what is told late', async () => {
    const owner = await auth.register();
    const person = await auth.colleague(owner, 'SELLER');
    await ask(ERASE, owner, person.userId);
    const subjectId = uuidv7();
    const payload = {
      action: 'order.completed',
      subjectType: 'Order',
      subjectId,
      details: {},
      actorId: person.userId,
      apiKeyId: null,
      clientAddress: FROM,
      userAgent: 'a-till/1.0',
    };
    await auth.bus.publish([
      {
        id: uuidv7(),
        type: 'orders.audited',
        version: 1,
        tenantId: owner.identity.tenantId,
        aggregateId: subjectId,
        occurredAt: new Date().toISOString(),
        traceId: 'a'.repeat(32),
        payload,
      },
    ]);
    const LOG =
      'query ($id: ID!) { auditLog(filter: { subjectId: $id }) { nodes { clientAddress userAgent } } }';
    let nodes: unknown[] = [];
    while (nodes.length === 0) {
      const { auditLog } = await auth.ask<{ auditLog: { nodes: unknown[] } }>(
        LOG,
        { id: subjectId },
        { as: owner.identity },
      );
      nodes = auditLog.nodes;
    }
    expect(nodes).toEqual([{ clientAddress: null, userAgent: null }]);
  });
});
