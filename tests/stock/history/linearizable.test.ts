import { Random } from '../random';
import { checkHistory, type Operation } from './linearizable';

type Step = [called: number, answered: number | null, take: number, ok: boolean];

/** Takers of units; a refusal is right only where there are too few. */
function takes(...steps: Step[]): Operation<number>[] {
  return steps.map(([called, answered, units, ok]) => ({
    called,
    answered,
    what: `take ${units}: ${ok ? 'taken' : 'refused'}`,
    apply: (stock) => {
      if (ok) return stock >= units ? stock - units : null;
      return stock < units ? stock : null;
    },
  }));
}
const check = (initial: number, ...steps: Step[]): unknown => checkHistory(takes(...steps), initial, String);

describe('A history', () => {
  it('is linearizable when one order of what overlapped explains every answer', () => {
    expect(check(3, [0, 4, 2, false], [1, 2, 2, true], [3, 5, 1, true])).toEqual({ kind: 'linearizable' });
    expect(check(0)).toEqual({ kind: 'linearizable' });
  });

  it('is a contradiction when more was taken than there was, or less than there still is', () => {
    expect(check(3, [0, 2, 2, true], [1, 3, 2, true])).toEqual({
      kind: 'contradiction',
      stuckAt: 'take 2: taken',
    });
    expect(check(3, [0, 1, 1, true], [2, 3, 2, false])).toEqual({
      kind: 'contradiction',
      stuckAt: 'take 2: refused',
    });
  });

  it('is a contradiction when only an order explains it in which an answer comes before its question', () => {
    const steps: Step[] = [
      [0, 1, 2, false],
      [2, 3, 2, true],
    ];
    expect(check(2, ...steps)).toMatchObject({ kind: 'contradiction' });
    expect(check(2, [0, 3, 2, false], [1, 2, 2, true])).toEqual({ kind: 'linearizable' });
  });

  it('lets a request without an answer have happened at any time after it, or never', () => {
    expect(check(2, [0, null, 2, true], [1, 2, 2, false])).toEqual({ kind: 'linearizable' });
    expect(check(2, [0, null, 2, true], [1, 2, 2, true])).toEqual({ kind: 'linearizable' });
    expect(check(2, [0, 1, 2, false], [2, null, 2, true])).toMatchObject({ kind: 'contradiction' });
  });

  it.each([1, 2, 3, 4, 5])(
    'is accepted when it happened, and not when one answer is turned round (%i)',
    (seed) => {
      const random = new Random(seed);
      let stock = 40;
      const steps = Array.from({ length: 200 }, (_, n): Step => {
        const units = random.whole(1, 4);
        const ok = stock >= units;
        if (ok) stock -= units;
        // Each took effect at 10 n, and was on its way for some time before and after.
        return [10 * n - random.whole(1, 30), 10 * n + random.whole(1, 30), units, ok];
      });
      expect(check(40, ...steps)).toEqual({ kind: 'linearizable' });
      const [called, answered, units] = steps[100] ?? [0, 0, 0];
      expect(check(40, ...steps.with(100, [called, answered, units, true]))).toMatchObject({
        kind: 'contradiction',
      });
    },
  );
});
