import {
  answerOf,
  CANCEL,
  codesOf,
  CONFIRM,
  openShop,
  person,
  PURCHASE,
  SELL,
  type BareProcess,
  type Shop,
} from './orders.fixture';

let shop: Shop;
let orders: BareProcess;
const seller = person();

const SUMMARY = `query ($from: DateTime!, $to: DateTime!, $timeZone: String! = "UTC") {
  salesSummary(from: $from, to: $to, timeZone: $timeZone) { day orders units total { amount currency } }
}`;
const WEEK = { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' };

beforeAll(async () => {
  shop = await openShop();
  orders = await shop.startBare();
  const product = shop.peers.product(seller.identity.tenantId, 1_000);
  const place = async (document: string, quantity: number): Promise<string> => {
    const input = { lines: [{ productId: product.id, quantity }] };
    return String(answerOf(await orders.ask(seller, document, { input }))['id']);
  };
  const sold = [await place(SELL, 1), await place(SELL, 2), await place(SELL, 4)];
  const confirmed = await place(PURCHASE, 8);
  await orders.ask(seller, CONFIRM, { id: confirmed });
  await orders.ask(seller, CANCEL, { id: await place(PURCHASE, 16) });
  await place(PURCHASE, 32);
  // As they would stand had they been placed then: an id begins with its instant.
  const placed = [
    '2026-03-02T04:30:00Z',
    '2026-03-02T05:30:00Z',
    '2026-03-07T23:59:59Z',
    '2026-03-08T00:00:00Z',
  ];
  for (const [index, id] of [...sold, confirmed].entries()) {
    const moment = new Date(placed[index] ?? '');
    const hex = moment.getTime().toString(16).padStart(12, '0');
    const moved = `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
    await shop.sql(
      `WITH line AS (DELETE FROM order_line WHERE order_id = $1 RETURNING *),
            moved AS (UPDATE orders SET id = $2, created_at = $3 WHERE id = $1 RETURNING id)
       INSERT INTO order_line SELECT moved.id, position, tenant_id, product_id, name, quantity, unit_price, currency FROM line, moved`,
      [id, moved, moment],
    );
  }
});
afterAll(async () => {
  await orders.stop();
  await shop.close();
});

async function summary(variables: object, who = seller): Promise<unknown> {
  const { data, errors } = await orders.ask(who, SUMMARY, { ...WEEK, ...variables });
  expect(errors).toBeUndefined();
  return data?.['salesSummary'];
}
const total = (amount: string) => ({ amount, currency: 'USD' });

it('counts completed orders by the day of the place, the newest day first, without the end of the span', async () => {
  expect(await summary({})).toEqual([
    { day: '2026-03-07', orders: 1, units: 4, total: total('10.00') },
    { day: '2026-03-02', orders: 2, units: 3, total: total('7.50') },
  ]);
  expect(await summary({ timeZone: 'America/Bogota' })).toEqual([
    { day: '2026-03-07', orders: 1, units: 4, total: total('10.00') },
    { day: '2026-03-02', orders: 1, units: 2, total: total('5.00') },
    { day: '2026-03-01', orders: 1, units: 1, total: total('2.50') },
  ]);
  expect(await summary({ from: '2026-03-08T00:00:00Z', to: '2026-03-09T00:00:00Z' })).toEqual([
    { day: '2026-03-08', orders: 1, units: 8, total: total('20.00') },
  ]);
});

it('shows nothing of another business, and nothing to a buyer', async () => {
  expect(await summary({}, person())).toEqual([]);
  expect(codesOf(await orders.ask(person(['orders:own'], seller.identity.tenantId), SUMMARY, WEEK))).toEqual([
    'FORBIDDEN',
  ]);
});

it.each([
  ['a span that ends before it begins', { to: '2026-02-01T00:00:00Z' }],
  ['a span of more than 100 days', { to: '2026-08-01T00:00:00Z' }],
  ['a time zone that does not exist', { timeZone: 'Mars/Olympus' }],
  ['an offset instead of a time zone', { timeZone: '+05:00' }],
])('refuses %s', async (_what, wrong) => {
  expect(codesOf(await orders.ask(seller, SUMMARY, { ...WEEK, ...wrong }))).toEqual(['BAD_USER_INPUT']);
});
