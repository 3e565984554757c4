import { DeadlineExceeded, withDeadline } from './deadline';

describe('A deadline', () => {
  it('leaves the outcome of what is in time as it is', async () => {
    expect(await withDeadline(Promise.resolve('answer'), 1_000, 'It')).toBe('answer');
    await expect(withDeadline(Promise.reject(new Error('no')), 1_000, 'It')).rejects.toThrow('no');
  });

  it('rejects when nothing is heard in time, and ignores what comes afterwards', async () => {
    let fail: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_, reject) => (fail = reject));
    const outcome = withDeadline(late, 10, 'The peer');
    await expect(outcome).rejects.toThrow(new DeadlineExceeded('The peer', 10));
    await expect(outcome).rejects.toThrow('The peer did not answer within 10 ms');
    fail(new Error('too late, and not unhandled'));
    await new Promise(setImmediate);
  });
});
