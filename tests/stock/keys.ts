import { randomUUID } from 'node:crypto';
import { invariants } from './invariants';
import { Random } from './random';
import { exactly, told, type Scenario } from './scenario';
import { Shop, Tally, type Answer } from './shop';

const UNITS = 1_000;
/** How many of the answers get lost, */
const CUT = 0.3;
/** with their connection, some time after the request was sent. */
const LATEST_CUT_MILLIS = 30;
/** Keys that are in use at the same time. */
const AT_ONCE = 4;
const MOST_REPETITIONS = 20;

/** A mutation with its key, and what one effect of it makes of a product with 1,000 units. */
interface Request {
  readonly what: 'sell' | 'purchase' | 'adjust' | 'transfer';
  readonly input: object;
  readonly onHand: number;
  readonly reserved: number;
  readonly ledger: readonly string[];
}

/** The same request many times at once, whose answers partly get lost on the way. */
export const keys: Scenario = {
  name: 'keys',
  title: 'One idempotency key sent many times at once, and answers that get lost',
  async run({ seed, short, progress, systems }) {
    const [count, copies] = short ? [12, 40] : [300, 100];
    const system = await systems.distributed();
    const shop = await Shop.open(system.url, AT_ONCE * copies);
    const random = new Random(seed);
    const { id: barn = '' } = await shop.ask('location', { name: 'Barn' });
    const main = await shop.defaultLocation(await shop.product(UNITS));
    const [tally, found] = [new Tally(), { sent: 0, once: 0, alike: 0 }];
    let next = 0;
    const one = async (): Promise<void> => {
      for (let n = next++; n < count; n = next++) {
        const productId = await shop.product(UNITS);
        const request = requestOf(n, productId, main, barn);
        const answers = await sendAtOnce(shop, random, request, copies);
        for (const answer of answers) tally.add(answer);
        found.sent += answers.length;
        const { onHand, reserved } = await shop.stock(productId);
        const kinds = (await shop.ledger(productId)).toSorted();
        const effect = JSON.stringify([onHand, reserved, kinds]);
        found.once += Number(effect === JSON.stringify([request.onHand, request.reserved, request.ledger]));
        found.alike += Number(
          new Set(answers.filter(isResult).map((each) => JSON.stringify(each))).size === 1,
        );
        progress(n, count);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    await shop.close();
    return [
      exactly(`of ${count} keys sent ${copies} times at once: with one effect`, found.once, count),
      exactly('keys with the same answer to everybody who got one', found.alike, count),
      exactly('answered otherwise', tally.others('Order', 'Product', 'CUT', 'SERVICE_UNAVAILABLE'), 0),
      told('requests in all', found.sent),
      told('whose answer was cut', tally.count('CUT')),
      told('asked to try again', tally.count('SERVICE_UNAVAILABLE')),
      ...(await invariants(system)),
    ];
  },
};

function isResult({ outcome }: Answer): boolean {
  return outcome !== 'CUT' && outcome !== 'SERVICE_UNAVAILABLE';
}

/** Sends copies at once, and then again until there is an answer, as a client does who must know. */
async function sendAtOnce(shop: Shop, random: Random, request: Request, copies: number): Promise<Answer[]> {
  const variables = { input: request.input };
  const answers = await Promise.all(
    Array.from({ length: copies }, () => {
      if (!random.chance(CUT)) return shop.ask(request.what, variables);
      const signal = AbortSignal.timeout(random.whole(0, LATEST_CUT_MILLIS));
      return shop.ask(request.what, variables, signal);
    }),
  );
  for (let n = 0; n < MOST_REPETITIONS && !answers.some(isResult); n++)
    answers.push(await shop.ask(request.what, variables));
  return answers;
}

function requestOf(n: number, productId: string, main: string, barn: string): Request {
  const idempotencyKey = randomUUID();
  const lines = [{ productId, quantity: 3 }];
  const before = { onHand: UNITS, reserved: 0 };
  switch (n % 4) {
    case 0:
      return {
        ...before,
        what: 'sell',
        input: { lines, idempotencyKey },
        onHand: UNITS - 3,
        ledger: ['INITIAL', 'SALE'],
      };
    case 1:
      return {
        ...before,
        what: 'purchase',
        input: { lines, idempotencyKey },
        reserved: 3,
        ledger: ['INITIAL'],
      };
    case 2:
      return {
        ...before,
        what: 'adjust',
        input: { productId, delta: 7, reason: 'Delivery', idempotencyKey },
        onHand: UNITS + 7,
        ledger: ['INITIAL', 'RECEIPT'],
      };
    default:
      return {
        ...before,
        what: 'transfer',
        input: { productId, fromLocationId: main, toLocationId: barn, quantity: 5, idempotencyKey },
        ledger: ['INITIAL', 'TRANSFER_IN', 'TRANSFER_OUT'],
      };
  }
}
