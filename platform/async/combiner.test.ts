import { Combiner, fulfilled } from './combiner';

/** A combiner whose batches end when the test says so. */
function combiner(most = 100) {
  const batches: { key: string; requests: readonly number[]; end: (outcome?: Error) => void }[] = [];
  const made = new Combiner<number, string>({
    most,
    together: (key, requests) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error): void => {
          if (error) reject(error);
          else resolve(fulfilled(requests.map((request) => `${key}${request}`)));
        };
        batches.push({ key, requests, end });
      }),
  });
  return { made, batches };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a combiner', () => {
  it('sends the first request at once, and the next batch when that is over', async () => {
    const { made, batches } = combiner();
    const answers = [1, 2, 3].map((request) => made.add('a', request));
    expect(batches.map(({ requests }) => requests)).toEqual([[1]]);
    batches[0]?.end();
    expect(await answers[0]).toBe('a1');
    await settle();
    expect(batches.map(({ requests }) => requests)).toEqual([[1], [2, 3]]);
    batches[1]?.end();
    expect(await Promise.all(answers)).toEqual(['a1', 'a2', 'a3']);
  });

  it('keeps keys apart', async () => {
    const { made, batches } = combiner();
    const answers = [made.add('a', 1), made.add('b', 1)];
    expect(batches.map(({ key }) => key)).toEqual(['a', 'b']);
    for (const { end } of batches) end();
    expect(await Promise.all(answers)).toEqual(['a1', 'b1']);
  });

  it('makes no batch longer than it may be', async () => {
    const { made, batches } = combiner(2);
    const answers = [1, 2, 3, 4].map((request) => made.add('a', request));
    for (let batch = 0; batch < 3; batch++) {
      batches[batch]?.end();
      await settle();
    }
    expect(batches.map(({ requests }) => requests)).toEqual([[1], [2, 3], [4]]);
    expect(await Promise.all(answers)).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('lets a failure reach the members of its batch alone', async () => {
    const { made, batches } = combiner();
    const answers = [1, 2, 3].map((request) => made.add('a', request));
    batches[0]?.end(new Error('no'));
    await expect(answers[0]).rejects.toThrow('no');
    await settle();
    batches[1]?.end();
    expect(await Promise.all(answers.slice(1))).toEqual(['a2', 'a3']);
    const later = made.add('a', 4);
    batches[2]?.end();
    expect(await later).toBe('a4');
  });

  it('gives every member an outcome of its own', async () => {
    const mixed = new Combiner<number, number>({
      most: 10,
      together: async (_key, requests) =>
        requests.map((value) =>
          value > 0
            ? { status: 'fulfilled', value }
            : { status: 'rejected', reason: new Error(String(value)) },
        ),
    });
    const outcomes = await Promise.allSettled([1, -2, 3].map((request) => mixed.add('a', request)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
