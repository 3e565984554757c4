import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, Kind, parse } from 'graphql';
import { Secret, TOTP } from 'otpauth';
import { Api, newBusiness, newPerson, newProduct, PASSWORD, type ApiAnswer } from './support/api';
import { startTestBodega, type TestBodega } from './support/test-bodega';

/** Remembers which root fields it has asked for. */
class RecordingApi extends Api {
  static readonly asked = new Set<string>();

  static record(query: string): void {
    for (const definition of parse(query).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const selection of definition.selectionSet.selections) {
        if (selection.kind === Kind.FIELD)
          RecordingApi.asked.add(`${definition.operation} ${selection.name.value}`);
      }
    }
  }

  override send<Data>(query: string, variables: object = {}): Promise<ApiAnswer<Data>> {
    RecordingApi.record(query);
    return super.send<Data>(query, variables);
  }

  override subscribe<Data>(
    query: string,
    variables: Record<string, unknown> = {},
  ): AsyncIterableIterator<ApiAnswer<Data>> {
    RecordingApi.record(query);
    return super.subscribe<Data>(query, variables);
  }
}

let bodega: TestBodega;
let owner: RecordingApi;

beforeAll(async () => {
  bodega = await startTestBodega();
  const { url, headers } = await newBusiness(bodega.url);
  owner = new RecordingApi(url, headers);
}, 60_000);
afterAll(async () => {
  await owner?.close();
  await bodega?.stop();
});

type Result = { __typename: string } & Record<string, unknown>;

/** The one field of an operation; fails on any error. */
async function ask(query: string, variables: object = {}, api: Api = owner): Promise<Result> {
  const { data, errors } = await api.send<Record<string, Result>>(query, variables);
  expect(errors).toEqual([]);
  return Object.values(data ?? {})[0] as Result;
}

const someId = '01890a5d-ac96-774b-bcce-b302099a8057';
const SELL =
  'mutation ($input: SellInput!) { sell(input: $input) { __typename ... on Order { id number status kind total { amount currency } lines { name quantity unitPrice { amount } total { amount } product { sku } } createdBy { email } } ... on IdempotencyConflict { idempotencyKey } ... on InsufficientStock { requested available product { name } } } }';
const PURCHASE =
  'mutation ($input: PurchaseInput!) { purchase(input: $input) { __typename ... on Order { id number status expiresAt } ... on InsufficientStock { requested available } ... on IdempotencyConflict { idempotencyKey } } }';
const CONFIRM =
  'mutation ($id: ID!) { confirmOrder(id: $id) { __typename ... on Order { status number } ... on InvalidOrderTransition { from to } ... on OrderNotFound { orderId } } }';
const CANCEL =
  'mutation ($id: ID!, $reason: String) { cancelOrder(id: $id, reason: $reason) { __typename ... on Order { status cancelReason } ... on InvalidOrderTransition { from to order { id } } ... on OrderNotFound { orderId } } }';

describe('every operation of the contract, with its refusals', () => {
  it('people: register, login, refresh, logout, users, API keys', async () => {
    const anonymous = new RecordingApi(bodega.url);
    const email = 'ana@example.com';
    const REGISTER =
      'mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on Session { accessToken refreshToken expiresAt user { email role tenant { name } } } ... on EmailTaken { email } ... on ValidationError { fields { path message } } } }';
    const input = { businessName: 'Ana’s shop', name: 'Ana', email, password: PASSWORD };
    expect(await ask(REGISTER, { input }, anonymous)).toMatchObject({
      __typename: 'Session',
      user: { email, role: 'OWNER', tenant: { name: 'Ana’s shop' } },
    });
    expect(await ask(REGISTER, { input }, anonymous)).toEqual({ __typename: 'EmailTaken', email });
    const short = { ...input, email: 'other@example.com', password: 'too short' };
    expect(await ask(REGISTER, { input: short }, anonymous)).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'password'] }],
    });

    const LOGIN =
      'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on Session { accessToken refreshToken } ... on InvalidCredentials { message } } }';
    const session = await ask(LOGIN, { input: { email, password: PASSWORD } }, anonymous);
    expect(session.__typename).toBe('Session');
    expect((await ask(LOGIN, { input: { email, password: 'wrong password' } }, anonymous)).__typename).toBe(
      'InvalidCredentials',
    );

    const REFRESH =
      'mutation ($token: String!) { refreshSession(refreshToken: $token) { __typename ... on Session { accessToken } ... on InvalidRefreshToken { message } } }';
    const refreshed = await ask(REFRESH, { token: session['refreshToken'] }, anonymous);
    expect(refreshed.__typename).toBe('Session');
    expect((await ask(REFRESH, { token: session['refreshToken'] }, anonymous)).__typename).toBe(
      'InvalidRefreshToken',
    );

    const again = await ask(LOGIN, { input: { email, password: PASSWORD } }, anonymous);
    const ana = new RecordingApi(bodega.url, { authorization: `Bearer ${String(again['accessToken'])}` });
    expect(await ask('{ me { __typename email name role tenant { name } } }', {}, ana)).toEqual({
      __typename: 'User',
      email,
      name: 'Ana',
      role: 'OWNER',
      tenant: { name: 'Ana’s shop' },
    });
    const CREATE_USER =
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename ... on User { email role } ... on EmailTaken { email } ... on ValidationError { fields { path } } } }';
    const seller = { email: 'seller@example.com', name: 'Seller', role: 'SELLER', password: PASSWORD };
    expect(await ask(CREATE_USER, { input: seller }, ana)).toEqual({
      __typename: 'User',
      email: 'seller@example.com',
      role: 'SELLER',
    });
    expect((await ask(CREATE_USER, { input: seller }, ana)).__typename).toBe('EmailTaken');
    expect((await ask('{ users { __typename email } }', {}, ana)) as unknown).toHaveLength(2);

    const CREATE_KEY =
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename ... on CreatedApiKey { secret apiKey { id prefix scopes } } ... on ValidationError { fields { path } } } }';
    const created = await ask(CREATE_KEY, { input: { name: 'Till', scopes: ['products:read'] } }, ana);
    const { id } = created['apiKey'] as { id: string };
    const program = new RecordingApi(bodega.url, { 'x-api-key': String(created['secret']) });
    expect(await ask('{ products { totalCount __typename } }', {}, program)).toMatchObject({ totalCount: 0 });
    expect(
      (await program.send('{ users { id } }')).errors.map(({ extensions }) => extensions['code']),
    ).toEqual(['FORBIDDEN']);
    expect(
      (await ask(CREATE_KEY, { input: { name: 'Too much', scopes: ['everything'] } }, ana)).__typename,
    ).toBe('ValidationError');
    expect(
      (await ask('{ apiKeys { __typename id name prefix lastUsedAt } }', {}, ana)) as unknown,
    ).toMatchObject([{ id, name: 'Till' }]);
    const REVOKE =
      'mutation ($id: ID!) { revokeApiKey(id: $id) { __typename ... on ApiKeyNotFound { apiKeyId } } }';
    expect((await ask(REVOKE, { id }, ana)).__typename).toBe('ApiKey');
    expect(await ask(REVOKE, { id: someId }, ana)).toEqual({
      __typename: 'ApiKeyNotFound',
      apiKeyId: someId,
    });
    const MANAGED =
      '{ __typename ... on User { role disabledAt } ... on UserNotFound { userId } ... on ValidationError { fields { path } } }';
    const people = (await ask('{ users { __typename id role } }', {}, ana)) as unknown as {
      id: string;
      role: string;
    }[];
    const managed = people.find(({ role }) => role === 'SELLER')?.id;
    expect(
      await ask(
        `mutation ($id: ID!) { changeRole(userId: $id, role: VIEWER) ${MANAGED} }`,
        { id: managed },
        ana,
      ),
    ).toEqual({ __typename: 'User', role: 'VIEWER', disabledAt: null });
    expect(
      await ask(`mutation ($id: ID!) { disableUser(userId: $id) ${MANAGED} }`, { id: managed }, ana),
    ).toEqual({ __typename: 'User', role: 'VIEWER', disabledAt: expect.any(String) as string });
    expect(
      await ask(`mutation ($id: ID!) { enableUser(userId: $id) ${MANAGED} }`, { id: managed }, ana),
    ).toEqual({ __typename: 'User', role: 'VIEWER', disabledAt: null });
    expect(
      await ask(`mutation ($id: ID!) { disableUser(userId: $id) ${MANAGED} }`, { id: someId }, ana),
    ).toEqual({ __typename: 'UserNotFound', userId: someId });
    expect(
      await ask(
        'query ($id: ID!) { user(id: $id) { __typename id role orders { totalCount } } }',
        { id: managed },
        ana,
      ),
    ).toEqual({ __typename: 'User', id: managed, role: 'VIEWER', orders: { totalCount: 0 } });
    expect(
      await ask(
        `mutation ($id: ID!) { exportPersonalData(userId: $id) { __typename
           ... on PersonalData { user { email orders { nodes { id } } } sessions { id } apiKeys { id } auditLog { nodes { action } } }
           ... on UserNotFound { userId } } }`,
        { id: managed },
        ana,
      ),
    ).toEqual({
      __typename: 'PersonalData',
      user: { email: 'seller@example.com', orders: { nodes: [] } },
      sessions: [],
      apiKeys: [],
      auditLog: { nodes: [] },
    });
    expect(
      await ask(
        `mutation ($id: ID!) { eraseUser(userId: $id) { __typename ... on User { name email erasedAt } } }`,
        { id: managed },
        ana,
      ),
    ).toEqual({
      __typename: 'User',
      name: 'Erased person',
      email: `erased-${managed}@erased.invalid`,
      erasedAt: expect.any(String) as string,
    });
    const PASSWORD_CHANGE =
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';
    expect(
      await ask(
        PASSWORD_CHANGE,
        { input: { currentPassword: 'wrong', newPassword: 'another fine password' } },
        ana,
      ),
    ).toEqual({ __typename: 'InvalidCredentials' });
    expect(
      await ask(
        PASSWORD_CHANGE,
        { input: { currentPassword: PASSWORD, newPassword: 'another fine password' } },
        ana,
      ),
    ).toEqual({ __typename: 'User' });
    expect((await ask('mutation { logout(everywhere: true) }', {}, ana)) as unknown).toBe(true);
  });

  it('people: the second factor, from enrolling to losing it', async () => {
    const anonymous = new RecordingApi(bodega.url);
    const email = 'otto@example.com';
    const input = { businessName: 'Otto’s shop', name: 'Otto', email, password: PASSWORD };
    const registered = await ask(
      'mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on Session { accessToken } } }',
      { input },
      anonymous,
    );
    const otto = new RecordingApi(bodega.url, {
      authorization: `Bearer ${String(registered['accessToken'])}`,
    });
    const enrolment = await ask(
      'mutation ($password: String!) { enrolTotp(password: $password) { __typename ... on TotpEnrolment { secret uri } } }',
      { password: PASSWORD },
      otto,
    );
    expect(enrolment['uri']).toContain('otpauth://totp/Bodega:');
    const secret = Secret.fromBase32(String(enrolment['secret']));
    const CONFIRM_TOTP =
      'mutation ($code: String!) { confirmTotp(code: $code) { __typename ... on RecoveryCodes { codes } ... on InvalidCode { message } } }';
    expect((await ask(CONFIRM_TOTP, { code: 'no code' }, otto)).__typename).toBe('InvalidCode');
    const confirmed = await ask(CONFIRM_TOTP, { code: TOTP.generate({ secret }) }, otto);
    const [first, second] = confirmed['codes'] as string[];

    const challenged = await ask(
      'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on MfaRequired { message challenge expiresAt } } }',
      { input: { email, password: PASSWORD } },
      anonymous,
    );
    expect(challenged.__typename).toBe('MfaRequired');
    const VERIFY =
      'mutation ($challenge: String!, $code: String!) { verifyTotp(challenge: $challenge, code: $code) { __typename ... on Session { user { email totpEnabled } } ... on InvalidCode { message } } }';
    const { challenge } = challenged;
    expect((await ask(VERIFY, { challenge, code: 'no code' }, anonymous)).__typename).toBe('InvalidCode');
    expect(await ask(VERIFY, { challenge, code: first }, anonymous)).toEqual({
      __typename: 'Session',
      user: { email, totpEnabled: true },
    });

    expect(
      await ask('mutation { requireTotp(required: true) { __typename totpRequired } }', {}, otto),
    ).toEqual({ __typename: 'Tenant', totpRequired: true });
    expect(
      await ask(
        'mutation ($id: ID!) { resetTotp(userId: $id) { __typename ... on UserNotFound { userId } } }',
        { id: someId },
        otto,
      ),
    ).toEqual({ __typename: 'UserNotFound', userId: someId });
    expect(
      await ask(
        'mutation ($password: String!, $code: String!) { disableTotp(password: $password, code: $code) { __typename ... on User { totpEnabled } } }',
        { password: PASSWORD, code: second },
        otto,
      ),
    ).toEqual({ __typename: 'User', totpEnabled: false });

    const log = await ask(
      'query ($filter: AuditFilter) { auditLog(first: 2, filter: $filter) { __typename nodes { action actor { email } clientAddress subjectType } pageInfo { hasNextPage } } }',
      { filter: { actions: ['totp.enabled', 'business.opened'] } },
      new RecordingApi(bodega.url, owner.headers),
    );
    expect(log).toMatchObject({
      __typename: 'AuditEntryConnection',
      nodes: [{ action: 'business.opened', subjectType: 'Tenant', clientAddress: '127.0.0.1' }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('the catalogue: create, find, search, change, archive, categories', async () => {
    const category = await ask('mutation { createCategory(name: "Tornillería") { __typename id slug } }');
    const created = await ask(
      `mutation ($input: CreateProductInput!) { createProduct(input: $input) { __typename ... on Product { id sku name description keywords status
        category { name slug parent { id } } price { amount currency } stock { onHand reserved available lowStockThreshold level } availability } } }`,
      {
        input: {
          name: 'Tornillo rojo',
          sku: 'T-1',
          description: 'Rojo.',
          keywords: ['acero'],
          categoryId: category['id'],
          price: { amount: '12.5', currency: 'COP' },
          initialStock: 7,
          lowStockThreshold: 3,
          enrich: false,
        },
      },
    );
    expect(created).toEqual({
      __typename: 'Product',
      id: expect.any(String) as string,
      sku: 'T-1',
      name: 'Tornillo rojo',
      description: 'Rojo.',
      keywords: ['acero'],
      status: 'ACTIVE',
      category: { name: 'Tornillería', slug: 'tornilleria', parent: null },
      price: { amount: '12.50', currency: 'COP' },
      stock: { onHand: 7, reserved: 0, available: 7, lowStockThreshold: 3, level: 'OK' },
      availability: 'OK',
    });
    const id = created['id'];
    expect(await ask('query ($id: ID!) { product(id: $id) { __typename sku } }', { id })).toEqual({
      __typename: 'Product',
      sku: 'T-1',
    });
    expect(await ask('{ productBySku(sku: "T-1") { __typename id } }')).toEqual({
      __typename: 'Product',
      id,
    });
    for (const search of ['tornillo', 'tornilo', 'TORNILLOS', 'acero', 'T-1']) {
      expect([
        search,
        await ask(
          'query ($search: String) { products(filter: { search: $search }) { __typename nodes { sku } totalCount } }',
          { search },
        ),
      ]).toEqual([search, { __typename: 'ProductConnection', nodes: [{ sku: 'T-1' }], totalCount: 1 }]);
    }
    expect(
      (await ask('{ categories { __typename name products(first: 5) { nodes { sku } } } }')) as unknown,
    ).toContainEqual({ __typename: 'Category', name: 'Tornillería', products: { nodes: [{ sku: 'T-1' }] } });
    const UPDATE =
      'mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { __typename ... on Product { name price { amount } } ... on ProductNotFound { productId } ... on ValidationError { fields { path } } } }';
    expect(
      await ask(UPDATE, { input: { id, name: 'Tornillo verde', price: { amount: '13', currency: 'COP' } } }),
    ).toEqual({ __typename: 'Product', name: 'Tornillo verde', price: { amount: '13.00' } });
    expect(await ask(UPDATE, { input: { id: someId, name: 'x' } })).toEqual({
      __typename: 'ProductNotFound',
      productId: someId,
    });
    expect((await ask(UPDATE, { input: { id, name: '' } })).__typename).toBe('ValidationError');
    const ARCHIVE =
      'mutation ($id: ID!) { archiveProduct(id: $id) { __typename ... on Product { status } ... on ProductNotFound { productId } } }';
    expect(await ask(ARCHIVE, { id })).toEqual({ __typename: 'Product', status: 'ARCHIVED' });
    expect((await ask(ARCHIVE, { id: someId })).__typename).toBe('ProductNotFound');
    const refused = await ask(
      'mutation ($input: SellInput!) { sell(input: $input) { __typename ... on ValidationError { fields { path } } } }',
      { input: { lines: [{ productId: id, quantity: 1 }] } },
    );
    expect(refused).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: ['input', 'lines', '0', 'productId'] }],
    });
  });

  it('stock: locations, adjust, transfer, threshold, movements, low stock, alerts', async () => {
    const { id } = await newProduct(owner, { name: 'Hammer', initialStock: 30 });
    const back = await ask('mutation { createLocation(name: "Back room") { __typename id isDefault } }');
    expect(back).toMatchObject({ __typename: 'Location', isDefault: false });
    const locations = (await ask('{ locations { __typename id name isDefault } }')) as unknown as {
      id: string;
      isDefault: boolean;
    }[];
    const main = locations.find(({ isDefault }) => isDefault)?.id;
    const ADJUST =
      'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { __typename ... on Product { stock { onHand } } ... on InsufficientStock { requested available } ... on IdempotencyConflict { idempotencyKey } } }';
    expect(
      await ask(ADJUST, { input: { productId: id, delta: -5, reason: 'Broken', idempotencyKey: 'a' } }),
    ).toEqual({ __typename: 'Product', stock: { onHand: 25 } });
    expect(
      await ask(ADJUST, { input: { productId: id, delta: -5, reason: 'Broken', idempotencyKey: 'a' } }),
    ).toEqual({ __typename: 'Product', stock: { onHand: 25 } });
    expect(
      await ask(ADJUST, { input: { productId: id, delta: -6, reason: 'Broken', idempotencyKey: 'a' } }),
    ).toEqual({ __typename: 'IdempotencyConflict', idempotencyKey: 'a' });
    const TRANSFER =
      'mutation ($input: TransferStockInput!) { transferStock(input: $input) { __typename ... on Product { stock { onHand locations { location { name } onHand } } } ... on InsufficientStock { requested available } ... on LocationNotFound { locationId } ... on ValidationError { fields { path } } } }';
    expect(
      await ask(TRANSFER, {
        input: { productId: id, fromLocationId: main, toLocationId: back['id'], quantity: 10 },
      }),
    ).toEqual({
      __typename: 'Product',
      stock: {
        onHand: 25,
        locations: [
          { location: { name: 'Main' }, onHand: 15 },
          { location: { name: 'Back room' }, onHand: 10 },
        ],
      },
    });
    expect(
      await ask(TRANSFER, {
        input: { productId: id, fromLocationId: main, toLocationId: back['id'], quantity: 16 },
      }),
    ).toMatchObject({ __typename: 'InsufficientStock', requested: 16, available: 15 });
    expect(
      await ask(TRANSFER, {
        input: { productId: id, fromLocationId: main, toLocationId: someId, quantity: 1 },
      }),
    ).toEqual({ __typename: 'LocationNotFound', locationId: someId });
    expect(
      await ask(SELL, { input: { lines: [{ productId: id, quantity: 18 }], customerName: 'Counter' } }),
    ).toMatchObject({ __typename: 'Order', status: 'COMPLETED' });
    const { stock } = (await ask(
      'query ($id: ID!) { product(id: $id) { __typename stock { onHand movements { nodes { kind quantity onHandAfter reason location { name } order { number } actor { role } } } } } }',
      { id },
    )) as unknown as {
      stock: { onHand: number; movements: { nodes: { kind: string; quantity: number }[] } };
    };
    expect(stock.onHand).toBe(7);
    expect(stock.movements.nodes.map(({ kind, quantity }) => `${kind} ${quantity}`).sort()).toEqual([
      'ADJUSTMENT -5',
      'INITIAL 30',
      'SALE -15',
      'SALE -3',
      'TRANSFER_IN 10',
      'TRANSFER_OUT -10',
    ]);
    const THRESHOLD =
      'mutation ($id: ID!, $threshold: Int!) { setLowStockThreshold(productId: $id, threshold: $threshold) { __typename ... on Product { stock { level lowStockThreshold } } ... on ValidationError { fields { path } } } }';
    expect(await ask(THRESHOLD, { id, threshold: 5 })).toEqual({
      __typename: 'Product',
      stock: { level: 'OK', lowStockThreshold: 5 },
    });
    expect(await ask(THRESHOLD, { id, threshold: 8 })).toEqual({
      __typename: 'Product',
      stock: { level: 'LOW', lowStockThreshold: 8 },
    });
    expect((await ask(THRESHOLD, { id, threshold: -1 })).__typename).toBe('ValidationError');
    expect((await ask('{ lowStock { __typename id name stock { available } } }')) as unknown).toContainEqual({
      __typename: 'Product',
      id,
      name: 'Hammer',
      stock: { available: 7 },
    });
    const { nodes } = (await ask(
      'query ($id: ID) { stockAlerts(productId: $id, status: OPEN) { __typename nodes { id cursor } } }',
      { id },
    )) as unknown as { nodes: { id: string }[] };
    expect(nodes).toHaveLength(1);
    const ACKNOWLEDGE =
      'mutation ($id: ID!) { acknowledgeStockAlert(id: $id) { __typename ... on StockAlert { status acknowledgedBy { name } } ... on StockAlertNotFound { alertId } } }';
    expect(await ask(ACKNOWLEDGE, { id: nodes[0]?.id })).toEqual({
      __typename: 'StockAlert',
      status: 'ACKNOWLEDGED',
      acknowledgedBy: { name: 'Owner' },
    });
    expect(await ask(ACKNOWLEDGE, { id: someId })).toEqual({
      __typename: 'StockAlertNotFound',
      alertId: someId,
    });
  });

  it('orders: sell, purchase, confirm, cancel, list; a buyer sees only their own', async () => {
    const { id } = await newProduct(owner, {
      name: 'Saw',
      initialStock: 20,
      price: { amount: '19.99', currency: 'USD' },
    });
    const lines = [{ productId: id, quantity: 3 }];
    const sold = await ask(SELL, { input: { lines, idempotencyKey: 'sale-1' } });
    expect(sold).toMatchObject({
      __typename: 'Order',
      kind: 'SALE',
      status: 'COMPLETED',
      total: { amount: '59.97', currency: 'USD' },
      lines: [{ name: 'Saw', quantity: 3, unitPrice: { amount: '19.99' }, total: { amount: '59.97' } }],
    });
    expect((await ask(SELL, { input: { lines, idempotencyKey: 'sale-1' } }))['id']).toBe(sold['id']);
    expect(
      (await ask(SELL, { input: { lines: [{ productId: id, quantity: 4 }], idempotencyKey: 'sale-1' } }))
        .__typename,
    ).toBe('IdempotencyConflict');
    expect(await ask(SELL, { input: { lines: [{ productId: id, quantity: 18 }] } })).toEqual({
      __typename: 'InsufficientStock',
      requested: 18,
      available: 17,
      product: { name: 'Saw' },
    });

    const person = await newPerson(owner, 'BUYER');
    const buyer = new RecordingApi(person.url, person.headers);
    const bought = await ask(PURCHASE, { input: { lines } }, buyer);
    expect(bought).toMatchObject({ __typename: 'Order', status: 'PENDING', number: null });
    expect(
      await ask('query ($id: ID!) { product(id: $id) { __typename stock { onHand reserved available } } }', {
        id,
      }),
    ).toMatchObject({ stock: { onHand: 17, reserved: 3, available: 14 } });
    expect(await ask(CONFIRM, { id: bought['id'] }, buyer)).toMatchObject({
      __typename: 'Order',
      status: 'COMPLETED',
    });
    expect((await ask(CANCEL, { id: bought['id'] })).__typename).toBe('InvalidOrderTransition');
    const second = await ask(PURCHASE, { input: { lines } }, buyer);
    expect(await ask(CANCEL, { id: second['id'], reason: 'Changed my mind' }, buyer)).toEqual({
      __typename: 'Order',
      status: 'CANCELLED',
      cancelReason: 'Changed my mind',
    });
    expect((await ask(CONFIRM, { id: second['id'] })).__typename).toBe('InvalidOrderTransition');
    expect(await ask(CONFIRM, { id: sold['id'] }, buyer)).toEqual({
      __typename: 'OrderNotFound',
      orderId: sold['id'],
    });
    expect(
      (await ask('query { orders { __typename totalCount nodes { id } } }', {}, buyer))['totalCount'],
    ).toBe(2);
    const all = await ask(
      '{ orders(status: COMPLETED, kind: SALE) { __typename nodes { id number createdBy { name } } } }',
    );
    expect(all['nodes']).toContainEqual({
      id: sold['id'],
      number: sold['number'],
      createdBy: { name: 'Owner' },
    });
    expect(
      await ask('query ($id: ID!) { order(id: $id) { __typename status } }', { id: sold['id'] }),
    ).toEqual({ __typename: 'Order', status: 'COMPLETED' });
    const forbidden = await buyer.send(
      'query ($id: ID!) { product(id: $id) { name availability stock { onHand } } }',
      { id },
    );
    expect(forbidden.data).toEqual({ product: { name: 'Saw', availability: 'OK', stock: null } });
    expect(forbidden.errors.map(({ path: at, extensions }) => [at?.join('.'), extensions['code']])).toEqual([
      ['product.stock', 'FORBIDDEN'],
    ]);
  });

  it('enrichment: asked for, waited for, added up', async () => {
    const { id } = await newProduct(owner, {
      name: 'Stainless steel garden scissors',
      keywords: ['garden', 'scissors'],
    });
    const enriched = await ask(
      'mutation ($id: ID!) { enrichProduct(productId: $id, wait: true) { __typename ... on Enrichment { status provider description category keywords fromCache attempts product { name } } ... on ProductNotFound { productId } ... on EnrichmentUnavailable { retryAfterSeconds } } }',
      { id },
    );
    expect(enriched).toMatchObject({
      __typename: 'Enrichment',
      status: 'COMPLETED',
      provider: 'builtin',
      product: { name: 'Stainless steel garden scissors' },
    });
    expect(
      await ask(
        'mutation { enrichProduct(productId: "' +
          someId +
          '") { __typename ... on ProductNotFound { productId } } }',
      ),
    ).toEqual({ __typename: 'ProductNotFound', productId: someId });
    const usage = await ask(
      'query ($from: DateTime!, $to: DateTime!) { enrichmentUsage(from: $from, to: $to) { __typename requests failures promptTokens costUsd } }',
      { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' },
    );
    expect(usage).toMatchObject({ __typename: 'EnrichmentUsage', failures: 0 });
  });

  it('enrichment: what a business decides, and every call that was made for it', async () => {
    const { id } = await newProduct(owner, { name: 'Secret prototype' });
    const SETTINGS = '{ language confidential dailyTokens dailyUsd }';
    const UPDATE = `mutation ($input: EnrichmentSettingsInput!) { updateEnrichmentSettings(input: $input) { __typename ... on EnrichmentSettings ${SETTINGS} ... on ValidationError { fields { path } } } }`;
    expect(await ask(UPDATE, { input: { dailyTokens: -1 } })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await ask(UPDATE, { input: { confidential: true, dailyTokens: 1000 } })).toMatchObject({
      __typename: 'EnrichmentSettings',
      confidential: true,
      dailyTokens: 1000,
    });
    expect(await ask(`{ enrichmentSettings ${SETTINGS} }`)).toMatchObject({
      confidential: true,
      dailyTokens: 1000,
    });
    const CONFIDENTIAL =
      'mutation ($id: ID!) { setProductConfidential(productId: $id, confidential: true) { __typename ... on Product { name } ... on ProductNotFound { productId } } }';
    expect(await ask(CONFIDENTIAL, { id })).toEqual({ __typename: 'Product', name: 'Secret prototype' });
    expect(await ask(CONFIDENTIAL, { id: someId })).toEqual({
      __typename: 'ProductNotFound',
      productId: someId,
    });
    await ask('mutation ($id: ID!) { enrichProduct(productId: $id, wait: true) { __typename } }', { id });
    const calls = await ask(
      'query ($id: ID) { enrichmentCalls(productId: $id) { __typename nodes { provider product { name } } } }',
      { id },
    );
    expect(calls['nodes']).toEqual([{ provider: 'builtin', product: { name: 'Secret prototype' } }]);
  });

  it('subscriptions: stock, alerts, orders and enrichment arrive live', async () => {
    const { id } = await newProduct(owner, { name: 'Live', initialStock: 11 });
    const streams = {
      stockAlert: owner.subscribe<Record<string, unknown>>(
        'subscription { stockAlert { level product { name } } }',
      ),
      stockChanged: owner.subscribe<Record<string, unknown>>(
        'subscription ($ids: [ID!]) { stockChanged(productIds: $ids) { available product { name } } }',
        { ids: [id] },
      ),
      orderChanged: owner.subscribe<Record<string, unknown>>(
        'subscription { orderChanged { status lines { product { name } } } }',
      ),
      enrichmentUpdated: owner.subscribe<Record<string, unknown>>(
        'subscription { enrichmentUpdated { status product { name } } }',
      ),
    };
    const seen: Record<string, unknown[]> = {};
    for (const [field, stream] of Object.entries(streams)) {
      const events: unknown[] = (seen[field] = []);
      void (async () => {
        for await (const { data } of stream) events.push(data?.[field]);
      })();
    }
    // Until each has been seen once: a subscription counts from when the server has taken it.
    const deadline = Date.now() + 15_000;
    while (Object.values(seen).some((events) => events.length === 0)) {
      if (Date.now() > deadline)
        throw new Error(JSON.stringify(Object.entries(seen).map(([field, { length }]) => [field, length])));
      await owner.send(
        'mutation ($id: ID!) { adjustStock(input: { productId: $id, delta: 2, reason: "more" }) { __typename } }',
        { id },
      );
      await owner.send(
        'mutation ($id: ID!) { sell(input: { lines: [{ productId: $id, quantity: 4 }] }) { __typename } }',
        { id },
      );
      await owner.send('mutation ($id: ID!) { enrichProduct(productId: $id) { __typename } }', { id });
      await owner.send(
        'mutation ($id: ID!) { adjustStock(input: { productId: $id, delta: 2, reason: "more" }) { __typename } }',
        { id },
      );
    }
    for (const events of Object.values(seen)) expect(JSON.stringify(events[0])).toContain('"Live"');
  }, 30_000);

  it('what was sold, by day', async () => {
    const SUMMARY = `query ($from: DateTime!, $to: DateTime!) {
      salesSummary(from: $from, to: $to) { day orders units total { amount } } }`;
    const span = { from: '2001-01-01T00:00:00Z', to: '2001-01-02T00:00:00Z' };
    expect((await ask(SUMMARY, span)) as unknown).toEqual([]);
  });

  it('leaves none out', () => {
    const schema = buildSchema(readFileSync(path.join(__dirname, '../schema/api.graphql'), 'utf8'), {
      assumeValid: true,
    });
    const fields = [
      ...Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => `query ${name}`),
      ...Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => `mutation ${name}`),
      ...Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).map((name) => `subscription ${name}`),
    ];
    // Through the typed documents of the support functions.
    RecordingApi.asked.add('mutation createProduct');
    expect(fields.filter((field) => !RecordingApi.asked.has(field))).toEqual([]);
  });
});
