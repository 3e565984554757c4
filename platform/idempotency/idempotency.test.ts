import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ErrorCode, PublicError } from '../graphql/errors';
import type { Transaction } from '../database/transaction';
import { eventDatabase, type EventDatabase } from '../events/events.fixture';
import {
  claim,
  type ClaimInput,
  claimTogether,
  type Idempotent,
  isIdempotencyKey,
  release,
  sweepIdempotencyKeys,
  withIdempotency,
} from './idempotency';

let store: EventDatabase;
beforeAll(async () => {
  store = await eventDatabase('orders');
});
afterAll(() => store.drop());

const request = (more: Partial<ClaimInput> = {}): ClaimInput => ({
  actorId: randomUUID(),
  operation: 'sell',
  key: randomUUID(),
  input: { lines: [{ product: 'lamp', quantity: 2 }] },
  ...more,
});
const stored = { result: z.object({ order: z.string() }) };
type Answer = Idempotent<{ order: string }>;

function note(transaction: Transaction, text: string): Promise<unknown> {
  return transaction.query('INSERT INTO effect (tenant_id, note) VALUES ($1, $2)', [
    transaction.tenantId,
    text,
  ]);
}

/** Sells once: the effect is the note, the answer names it. */
function sell(input: ClaimInput | null, order: string, tenant = store.tenant): Promise<Answer> {
  return store.database.transaction(tenant, (transaction) =>
    withIdempotency(transaction, input, stored, async () => {
      await note(transaction, order);
      return { order };
    }),
  );
}

async function effectsOf(prefix: string): Promise<string[]> {
  return (await store.effects()).filter((text) => text.startsWith(prefix));
}

describe('An idempotency key', () => {
  it('gives the first answer again and has no second effect', async () => {
    const input = request();
    expect(await sell(input, 'again-1')).toEqual({
      kind: 'done',
      result: { order: 'again-1' },
      repeated: false,
    });
    expect(await sell(input, 'again-2')).toEqual({
      kind: 'done',
      result: { order: 'again-1' },
      repeated: true,
    });
    expect(await effectsOf('again')).toEqual(['again-1']);
  });

  it('does not mind the order of the members of the input', async () => {
    const input = request({ input: { a: 1, b: { c: 2, d: [1, 2] } } });
    await sell(input, 'members-1');
    const again = await sell(
      { ...input, input: { b: { d: [1, 2], c: 2 }, a: 1, e: undefined } },
      'members-2',
    );
    expect(again).toEqual({ kind: 'done', result: { order: 'members-1' }, repeated: true });
  });

  it('is in conflict with another input', async () => {
    const input = request();
    await sell(input, 'conflict-1');
    expect(await sell({ ...input, input: { lines: [] } }, 'conflict-2')).toEqual({ kind: 'conflict' });
    expect(await effectsOf('conflict')).toEqual(['conflict-1']);
  });

  it('belongs to one business, one person and one operation', async () => {
    const input = request();
    await sell(input, 'bound-1');
    await sell(input, 'bound-2', randomUUID());
    await sell({ ...input, actorId: randomUUID() }, 'bound-3');
    await sell({ ...input, operation: 'purchase' }, 'bound-4');
    expect(await effectsOf('bound')).toEqual(['bound-1', 'bound-2', 'bound-3', 'bound-4']);
  });

  it('has one effect when it is sent a hundred times in parallel', async () => {
    const input = request();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => sell(input, `parallel-${n}`)));
    const effects = await effectsOf('parallel');
    expect(effects).toHaveLength(1);
    expect(answers.filter((answer) => answer.kind === 'done' && !answer.repeated)).toHaveLength(1);
    for (const answer of answers)
      expect(answer).toMatchObject({ kind: 'done', result: { order: effects[0] } });
  });

  it('makes the second wait for the first and gives it the same answer', async () => {
    const input = request();
    let second: Promise<Answer> | undefined;
    await store.database.transaction(store.tenant, (transaction) =>
      withIdempotency(transaction, input, stored, async () => {
        second = sell(input, 'wait-2');
        await waitingFor('transactionid');
        await note(transaction, 'wait-1');
        return { order: 'wait-1' };
      }),
    );
    expect(await second).toEqual({ kind: 'done', result: { order: 'wait-1' }, repeated: true });
    expect(await effectsOf('wait')).toEqual(['wait-1']);
  });

  it('passes to the second when the first rolls back', async () => {
    const input = request();
    let second: Promise<Answer> | undefined;
    const first = store.database.transaction(store.tenant, (transaction) =>
      withIdempotency(transaction, input, stored, async () => {
        second = sell(input, 'rollback-2');
        await waitingFor('transactionid');
        throw new Error('refused');
      }),
    );
    await expect(first).rejects.toThrow('refused');
    expect(await second).toEqual({ kind: 'done', result: { order: 'rollback-2' }, repeated: false });
    expect(await effectsOf('rollback')).toEqual(['rollback-2']);
  });

  it('answers SERVICE_UNAVAILABLE, with nothing done, when the first takes too long', async () => {
    const input = request();
    await store.database.transaction(store.tenant, (transaction) =>
      withIdempotency(transaction, input, stored, async () => {
        const error: unknown = await sell(input, 'slow-2').catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(PublicError);
        expect(error).toMatchObject({
          extensions: { code: ErrorCode.SERVICE_UNAVAILABLE },
          message: 'A request with the same idempotency key is still being worked on. Try again shortly.',
        });
        await note(transaction, 'slow-1');
        return { order: 'slow-1' };
      }),
    );
    expect(await effectsOf('slow')).toEqual(['slow-1']);
  });

  it('is not burned by a refusal', async () => {
    const input = request();
    const refused = await store.database.transaction(store.tenant, (transaction) =>
      withIdempotency(transaction, input, { ...stored, isRefusal: () => true }, async () => ({
        order: 'out of stock',
      })),
    );
    expect(refused).toEqual({ kind: 'done', result: { order: 'out of stock' }, repeated: false });
    expect(await sell({ ...input, input: 'corrected' }, 'refused-2')).toMatchObject({ repeated: false });
  });

  it('may be left out', async () => {
    await sell(null, 'without-1');
    await sell(null, 'without-2');
    expect(await effectsOf('without')).toEqual(['without-1', 'without-2']);
  });

  it('is known for a day, swept or not', async () => {
    const [old, young] = [request(), request()];
    await sell(old, 'day-1');
    await sell(young, 'day-2');
    await age(old, '24 hours 1 minute');
    await age(young, '23 hours 59 minutes');
    expect(await sell({ ...old, input: 'another' }, 'day-3')).toMatchObject({ repeated: false });
    await age(old, '25 hours');
    expect(await sweepIdempotencyKeys(store.database)).toBe(1);
    expect(await sell(young, 'day-4')).toMatchObject({ result: { order: 'day-2' }, repeated: true });
    expect(await effectsOf('day')).toEqual(['day-1', 'day-2', 'day-3']);
  });

  it('may be claimed together with others, each for itself, and given back', async () => {
    const inputs = [request(), request(), request()] as const;
    const [first, second, third] = inputs;
    const together = (...wanted: (ClaimInput & { settled?: unknown })[]) =>
      store.database.transaction(store.tenant, (transaction) => claimTogether(transaction, wanted));
    const fresh = await together(
      { ...first, settled: { order: '1' } },
      { ...second, settled: { order: '2' } },
    );
    expect(fresh).toEqual([{ kind: 'new' }, { kind: 'new' }]);
    expect(await together(third, { ...second, input: 'another' }, first)).toEqual([
      { kind: 'new' },
      { kind: 'conflict' },
      { kind: 'repeat', result: { order: '1' } },
    ]);
    await store.database.transaction(store.tenant, (transaction) => release(transaction, first));
    expect(await together(first)).toEqual([{ kind: 'new' }]);
    await expect(
      together(
        request({ actorId: first.actorId, key: 'twice' }),
        request({ actorId: first.actorId, key: 'twice' }),
      ),
    ).rejects.toThrow();
  });

  it('is claimed in the transaction of a business only', async () => {
    const worker = store.database.asWorker((transaction) => claim(transaction, request()));
    await expect(worker).rejects.toThrow('An idempotency key belongs to a business');
  });

  it.each([
    ['nothing', '', false],
    ['one character', 'k', true],
    ['255 characters', 'é'.repeat(255), true],
    ['255 characters of two code units', '😀'.repeat(255), true],
    ['256 characters', 'k'.repeat(256), false],
    ['a NUL', 'a\0b', false],
    ['half a character', '\ud83d', false],
  ])('of %s: %#', (_, key, valid) => {
    expect(isIdempotencyKey(key)).toBe(valid);
  });
});

async function age(input: ClaimInput, interval: string): Promise<void> {
  await store.database.transaction(store.tenant, (transaction) =>
    transaction.query('UPDATE idempotency_key SET claimed_at = now() - $1::interval WHERE key = $2', [
      interval,
      input.key,
    ]),
  );
}

/** Resolves once somebody waits for a lock of this kind in this database. */
async function waitingFor(locktype: string): Promise<void> {
  const waiting = `SELECT FROM pg_locks WHERE NOT granted AND locktype = $1`;
  while ((await store.rows(waiting, [locktype])).length === 0) await new Promise(setImmediate);
}
