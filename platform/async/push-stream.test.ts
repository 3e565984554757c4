import { dropOldest, mapStream, PushStream } from './push-stream';

function stream(capacity = 2, onClose?: () => void): PushStream<number> {
  return new PushStream({ capacity, onOverflow: dropOldest, onClose });
}

describe('PushStream', () => {
  it('delivers in order, to whoever waits and to whoever comes later', async () => {
    const numbers = stream();
    const waiting = numbers.next();
    numbers.push(1);
    numbers.push(2);
    numbers.end();
    expect(await waiting).toEqual({ done: false, value: 1 });
    expect(await numbers.next()).toEqual({ done: false, value: 2 });
    expect(await numbers.next()).toEqual({ done: true, value: undefined });
  });

  it('ends at once when its consumer leaves, also while a next() is waiting', async () => {
    const closed: string[] = [];
    const numbers = stream(2, () => closed.push('closed'));
    const mapped = mapStream(numbers, (value) => value * 2);
    const waiting = mapped.next();
    await mapped.return?.();
    expect(closed).toEqual(['closed']);
    expect(await waiting).toEqual({ done: true, value: undefined });
    numbers.push(1);
    expect(await mapped.next()).toEqual({ done: true, value: undefined });
    expect(closed).toEqual(['closed']);
  });

  it('never holds more than its capacity', async () => {
    const numbers = stream(2);
    for (let value = 1; value <= 1000; value++) numbers.push(value);
    numbers.end();
    expect(await collect(numbers)).toEqual([999, 1000]);
  });

  it('rejects once with its failure, after what was queued', async () => {
    const numbers = stream();
    numbers.push(1);
    numbers.end({ error: new Error('broken') });
    expect(await numbers.next()).toEqual({ done: false, value: 1 });
    await expect(numbers.next()).rejects.toThrow('broken');
    expect(await numbers.next()).toEqual({ done: true, value: undefined });
  });
});

async function collect(values: AsyncIterable<number>): Promise<number[]> {
  const all: number[] = [];
  for await (const value of values) all.push(value);
  return all;
}
