import { randomBytes } from 'node:crypto';
import type { EventEnvelope } from '../../../platform/events/event';
import { auditEvent } from '../../../platform/events/audit-event';
import { v7 as uuidv7 } from 'uuid';
import { AuthHarness, type OpenedSession, PASSWORD } from '../testing/auth-harness';

const LOG = `query ($first: Int, $after: String, $filter: AuditFilter) {
  auditLog(first: $first, after: $after, filter: $filter) {
    nodes { action at actor { email } apiKeyId clientAddress userAgent traceId subjectType subjectId details { name value } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

interface Node {
  action: string;
  at: string;
  actor: { email: string } | null;
  clientAddress: string | null;
  subjectId: string;
  details: { name: string; value: string }[];
}
interface Page {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
}

let auth: AuthHarness;
beforeAll(async () => {
  auth = await AuthHarness.start();
});
afterAll(() => auth?.stop());

async function log(as: OpenedSession, variables: Record<string, unknown> = {}): Promise<Page> {
  return (await auth.ask<{ auditLog: Page }>(LOG, variables, { as: as.identity })).auditLog;
}

const actions = async (as: OpenedSession, variables?: Record<string, unknown>): Promise<string[]> =>
  (await log(as, variables)).nodes.map(({ action }) => action);

async function code(as: OpenedSession, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await auth.execute(LOG, variables, { as: as.identity });
  expect(data).toEqual({ auditLog: null });
  return errors?.[0]?.extensions['code'];
}

test('what people do is written down, the newest first, and nothing that did not happen', async () => {
  const owner = await auth.register();
  const admin = await auth.colleague(owner, 'ADMIN');
  const as = { as: owner.identity };
  await auth.ask(`mutation { changeRole(userId: "${admin.userId}", role: SELLER) { __typename } }`, {}, as);
  await auth.ask(`mutation { changeRole(userId: "${admin.userId}", role: SELLER) { __typename } }`, {}, as);
  await auth.ask(`mutation { changeRole(userId: "${owner.userId}", role: SELLER) { __typename } }`, {}, as);
  await auth.ask(`mutation { disableUser(userId: "${admin.userId}") { __typename } }`, {}, as);
  await auth.ask(`mutation { enableUser(userId: "${admin.userId}") { __typename } }`, {}, as);
  await auth.ask(`mutation { enableUser(userId: "${admin.userId}") { __typename } }`, {}, as);
  const { createApiKey } = await auth.ask<{ createApiKey: { apiKey: { id: string } } }>(
    `mutation { createApiKey(input: { name: "Till", scopes: ["products:read"] }) {
       ... on CreatedApiKey { apiKey { id } } } }`,
    {},
    as,
  );
  const revoke = `mutation { revokeApiKey(id: "${createApiKey.apiKey.id}") { __typename } }`;
  await auth.ask(revoke, {}, as);
  await auth.ask(revoke, {}, as);
  await auth.ask('mutation { requireTotp(required: true) { id } }', {}, as);
  await auth.ask('mutation { logout(everywhere: true) }', {}, as);

  const { nodes } = await log(owner);
  const by = (email: string | null, action: string, subjectId: string, ...details: string[][]): unknown => ({
    action,
    at: expect.any(String),
    actor: email === null ? null : { email },
    apiKeyId: null,
    clientAddress: null,
    userAgent: null,
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    subjectType: action.startsWith('api-key')
      ? 'ApiKey'
      : subjectId === owner.identity.tenantId
        ? 'Tenant'
        : 'User',
    subjectId,
    details: details.map(([name, value]) => ({ name, value })),
  });
  expect(nodes).toEqual([
    by(owner.email, 'session.ended', owner.userId, ['sessions', '1']),
    by(owner.email, 'totp.required', owner.identity.tenantId, ['required', 'yes']),
    by(owner.email, 'api-key.revoked', createApiKey.apiKey.id),
    by(owner.email, 'api-key.created', createApiKey.apiKey.id, ['name', 'Till'], ['scopes', 'products:read']),
    by(owner.email, 'user.enabled', admin.userId, ['role', 'SELLER']),
    by(owner.email, 'user.disabled', admin.userId, ['role', 'SELLER']),
    by(owner.email, 'user.role-changed', admin.userId, ['role', 'ADMIN'], ['newRole', 'SELLER']),
    by(admin.email, 'login.succeeded', admin.userId),
    by(owner.email, 'user.created', admin.userId, ['role', 'ADMIN']),
    by(owner.email, 'business.opened', owner.identity.tenantId),
  ]);
});

test('logins are written down with where they came from, failed ones with the reason and nobody as the actor', async () => {
  const owner = await auth.register();
  const LOGIN = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
  for (const password of ['wrong', PASSWORD]) {
    await auth.ask(LOGIN, { input: { email: owner.email, password } }, { from: '203.0.113.5' });
  }
  const [succeeded, failed] = (await log(owner)).nodes;
  expect(succeeded).toMatchObject({
    action: 'login.succeeded',
    actor: { email: owner.email },
    clientAddress: '203.0.113.5',
  });
  expect(failed).toMatchObject({
    action: 'login.failed',
    actor: null,
    clientAddress: '203.0.113.5',
    subjectId: owner.userId,
    details: [{ name: 'reason', value: 'wrong password' }],
  });
});

test('a refresh token that comes twice is written down once', async () => {
  const owner = await auth.register();
  for (let time = 0; time < 4; time++) await auth.refresh(owner.refreshToken);
  expect(await actions(owner)).toEqual(['session.token-reused', 'business.opened']);
});

test('no secret is in it', async () => {
  const owner = await auth.register();
  await auth.refresh(owner.refreshToken);
  await auth.ask(
    'mutation { createApiKey(input: { name: "Till", scopes: ["products:read"] }) { __typename } }',
    {},
    { as: owner.identity },
  );
  const { rows } = await auth.sql.query<{ row: string }>(
    'SELECT row_to_json(audit_entry)::text AS row FROM audit_entry',
  );
  const stored = rows.map(({ row }) => row).join('\n');
  expect(stored).not.toMatch(/bd[rkm]_|argon2/);
  expect(stored).not.toContain(PASSWORD);
});

test('it is read in pages, and by action, actor, subject and time', async () => {
  const owner = await auth.register();
  const admin = await auth.colleague(owner, 'ADMIN');
  await auth.login(admin.email);
  const all = ['login.succeeded', 'login.succeeded', 'user.created', 'business.opened'];
  const first = await log(owner, { first: 3 });
  expect(first.nodes.map(({ action }) => action)).toEqual(all.slice(0, 3));
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const second = await log(owner, { first: 3, after: first.pageInfo.endCursor });
  expect(second.nodes.map(({ action }) => action)).toEqual(all.slice(3));
  expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });

  const filtered = (filter: Record<string, unknown>): Promise<string[]> => actions(owner, { filter });
  expect(await filtered({ actions: ['user.created', 'business.opened'] })).toEqual(all.slice(2));
  expect(await filtered({ actions: [] })).toEqual([]);
  expect(await filtered({ actorId: admin.userId })).toEqual(all.slice(0, 2));
  expect(await filtered({ actorId: 'nobody' })).toEqual([]);
  expect(await filtered({ subjectId: admin.userId })).toEqual(all.slice(0, 3));
  expect(await filtered({ subjectId: admin.userId, actorId: owner.userId })).toEqual(['user.created']);
  const { at = '' } = first.nodes[1] ?? {};
  expect(await filtered({ to: at })).toEqual(all.slice(2));
  expect(await filtered({ from: at, to: '2100-01-01T00:00:00Z' })).toEqual(all.slice(0, 2));
});

test.each([
  { first: 0 },
  { first: 101 },
  { after: 'no cursor' },
  { after: Buffer.from('["1"]').toString('base64url') },
  { filter: { subjectId: '\0' } },
  { filter: { actions: ['\ud800'] } },
  { filter: { actions: Array.from({ length: 51 }, () => 'x') } },
])('refuses %j', async (variables) => {
  expect(await code(await auth.register(), variables)).toBe('BAD_USER_INPUT');
});

test('it is for OWNER and ADMIN, and each business has its own', async () => {
  const [owner, stranger] = [await auth.register(), await auth.register()];
  expect(await actions(stranger)).toEqual(['business.opened']);
  expect(await actions(await auth.colleague(owner, 'ADMIN'))).toEqual([
    'login.succeeded',
    'user.created',
    'business.opened',
  ]);
  for (const role of ['SELLER', 'VIEWER', 'BUYER'])
    expect(await code(await auth.colleague(owner, role), {})).toBe('FORBIDDEN');
  expect(await actions(stranger)).toEqual(['business.opened']);
});

test('what other services do arrives once, with who did it and when', async () => {
  const owner = await auth.register();
  const productId = uuidv7();
  const request = {
    identity: { ...owner.identity, apiKeyId: uuidv7() },
    clientAddress: '203.0.113.4',
    userAgent: 'a-till/1.0',
  };
  const event: EventEnvelope = {
    ...auditEvent('products', request, {
      action: 'price.changed',
      subjectType: 'Product',
      subjectId: productId,
      details: { from: '1.00 EUR', to: '2.00 EUR' },
    }),
    id: uuidv7(),
    tenantId: owner.identity.tenantId,
    occurredAt: '2026-01-31T12:00:00.000Z',
    traceId: randomBytes(16).toString('hex'),
  };
  await auth.bus.publish([event]);
  await auth.bus.publish([event]);
  await auth.bus.publish([
    { ...event, id: uuidv7(), payload: { ...Object(event.payload), action: 'product.archived' } },
  ]);
  let seen: Node[] = [];
  while (seen.length < 2) ({ nodes: seen } = await log(owner, { filter: { subjectId: productId } }));
  expect(seen.map(({ action }) => action)).toEqual(['product.archived', 'price.changed']);
  expect(seen[1]).toEqual({
    action: 'price.changed',
    at: '2026-01-31T12:00:00.000Z',
    actor: { email: owner.email },
    apiKeyId: request.identity.apiKeyId,
    clientAddress: '203.0.113.4',
    userAgent: 'a-till/1.0',
    traceId: event.traceId,
    subjectType: 'Product',
    subjectId: productId,
    details: [
      { name: 'from', value: '1.00 EUR' },
      { name: 'to', value: '2.00 EUR' },
    ],
  });
});
