import { InFlight, type Cancellable } from './in-flight';

describe('work in flight', () => {
  /** Work that ends when it is told to, and knows whether it was cancelled. */
  function work() {
    const started: { cancelled: boolean; finish(value: string): void }[] = [];
    const start = (): Cancellable<string> => {
      let cancel = (_: Error): void => undefined;
      const promise = new Promise<string>((resolve, reject) => {
        const own = { cancelled: false, finish: resolve };
        started.push(own);
        cancel = (reason) => {
          own.cancelled = true;
          reject(reason);
        };
      });
      return { promise, cancel };
    };
    return { started, start };
  }

  it('is done once for all who ask while it runs, and anew for who asks later', async () => {
    const { started, start } = work();
    const inFlight = new InFlight<string>();
    const both = Promise.all([inFlight.share('a', undefined, start), inFlight.share('a', undefined, start)]);
    void inFlight.share('b', undefined, start);
    expect(started).toHaveLength(2);
    started[0]?.finish('done');
    expect(await both).toEqual(['done', 'done']);
    void inFlight.share('a', undefined, start);
    expect(started).toHaveLength(3);
  });

  it('goes on while somebody waits, and is cancelled when the last one has left', async () => {
    const { started, start } = work();
    const inFlight = new InFlight<string>();
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) => inFlight.share('a', signal, start));
    first.abort();
    await expect(answers[0]).rejects.toThrow('The client has gone');
    expect(started[0]?.cancelled).toBe(false);
    second.abort();
    await expect(answers[1]).rejects.toThrow('The client has gone');
    expect([started[0]?.cancelled, inFlight.size]).toEqual([true, 0]);
  });

  it('is not joined once it is being cancelled', async () => {
    const { started, start } = work();
    const inFlight = new InFlight<string>();
    const leaving = new AbortController();
    const left = inFlight.share('a', leaving.signal, start);
    leaving.abort();
    const joined = inFlight.share('a', undefined, start);
    started[1]?.finish('anew');
    expect(await joined).toBe('anew');
    await expect(left).rejects.toThrow('The client has gone');
    await expect(inFlight.share('c', leaving.signal, start)).rejects.toThrow('The client has gone');
  });
});
