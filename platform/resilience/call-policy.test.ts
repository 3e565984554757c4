import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { request } from 'undici';
import { ErrorCode, PublicError } from '../graphql/errors';
import { CallPolicy, type CallPolicyOptions } from './call-policy';
import { isConnectionTrouble, Unreachable } from './unreachable';

const policy = (more: Partial<CallPolicyOptions> = {}): CallPolicy =>
  new CallPolicy({ what: 'The catalogue', attemptMillis: 1_000, ...more });

/** A call that follows a script and counts. */
function scripted(...script: (Error | string)[]): { (): Promise<string>; calls: number } {
  const call = async (): Promise<string> => {
    const step = script[Math.min(call.calls, script.length - 1)];
    call.calls += 1;
    if (step instanceof Error) throw step;
    return String(step);
  };
  call.calls = 0;
  return call;
}

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const unavailable = {
  extensions: { code: ErrorCode.SERVICE_UNAVAILABLE },
  message: 'The catalogue cannot be reached at the moment. Try again shortly.',
};

async function open(breaker: CallPolicy): Promise<void> {
  while (breaker.state !== 'open') await breaker.execute(scripted(refused), 5_000).catch(() => undefined);
}

describe('A call to another service', () => {
  beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0.01));
  afterEach(() => void jest.restoreAllMocks());

  it('is tried again after connection trouble', async () => {
    const call = scripted(refused, new Unreachable('502'), 'answer');
    expect(await policy().execute(call, 5_000)).toBe('answer');
    expect(call.calls).toBe(3);
  });

  it('is tried three times, no more, and then is SERVICE_UNAVAILABLE', async () => {
    const call = scripted(refused);
    const failures: number[] = [];
    const outcome = policy({ onFailure: ({ attempt }) => failures.push(attempt) }).execute(call, 5_000);
    await expect(outcome).rejects.toMatchObject(unavailable);
    expect(call.calls).toBe(3);
    expect(failures).toEqual([1, 2, 3]);
  });

  it('is not tried again when it was answered with a refusal', async () => {
    const refusal = new PublicError(ErrorCode.FORBIDDEN, 'Not yours');
    const call = scripted(refusal);
    await expect(policy().execute(call, 5_000)).rejects.toBe(refusal);
    expect(call.calls).toBe(1);
  });

  it('is given up when an attempt takes too long, and its signal is aborted', async () => {
    const signals: AbortSignal[] = [];
    const call = (signal: AbortSignal): Promise<never> => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    await expect(policy({ attemptMillis: 15 }).execute(call, 5_000)).rejects.toMatchObject(unavailable);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true, true]);
  });

  it('is given up when the whole takes too long, which is not held against the other side', async () => {
    const breaker = policy({ attemptMillis: 10_000, failuresToOpen: 1 });
    const before = performance.now();
    await expect(breaker.execute(() => new Promise(() => undefined), 30)).rejects.toMatchObject(unavailable);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(breaker.state).toBe('closed');
  });

  it('is not made at all while the circuit is open', async () => {
    const states: string[] = [];
    const breaker = policy({ onStateChange: (state) => states.push(state) });
    const failing = scripted(refused);
    await expect(breaker.execute(failing, 5_000)).rejects.toMatchObject(unavailable);
    expect(breaker.state).toBe('closed');
    await expect(breaker.execute(failing, 5_000)).rejects.toMatchObject(unavailable);
    // The fifth failure in a row opened it: the sixth attempt was not made.
    expect(failing.calls).toBe(5);
    expect(breaker.state).toBe('open');
    const call = scripted('answer');
    await expect(breaker.execute(call, 5_000)).rejects.toMatchObject(unavailable);
    expect(call.calls).toBe(0);
    expect(states).toEqual(['open']);
  });

  it('counts failures in a row only: an answer, also a refusal, begins anew', async () => {
    const breaker = policy({ attempts: 1 });
    for (const answer of ['answer', new Error('refusal'), 'answer']) {
      const call = scripted(refused, refused, refused, refused, answer);
      for (let times = 0; times < 5; times++) await breaker.execute(call, 5_000).catch(() => undefined);
      expect(breaker.state).toBe('closed');
    }
  });

  it('lets one call probe after a minute: an answer closes the circuit', async () => {
    const breaker = policy();
    await open(breaker);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 59_990);
    const call = scripted('answer');
    await expect(breaker.execute(call, 5_000)).rejects.toMatchObject(unavailable);
    expect(call.calls).toBe(0);
    now.mockReturnValue(Date.now() + 20);
    let finish: (value: string) => void = () => undefined;
    const probe = breaker.execute(() => new Promise<string>((resolve) => (finish = resolve)), 5_000);
    expect(breaker.state).toBe('half-open');
    await expect(breaker.execute(call, 5_000)).rejects.toMatchObject(unavailable);
    expect(call.calls).toBe(0);
    finish('back');
    expect(await probe).toBe('back');
    expect(breaker.state).toBe('closed');
    expect(await breaker.execute(call, 5_000)).toBe('answer');
  });

  it.each([
    ['a failure', (): Promise<never> => Promise.reject(refused)],
    ['a probe that was cut short', (): Promise<never> => new Promise(() => undefined)],
  ])('opens the circuit again after %s', async (_, probe) => {
    const breaker = policy();
    await open(breaker);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_010);
    await expect(breaker.execute(probe, 20)).rejects.toMatchObject(unavailable);
    expect(breaker.state).toBe('open');
  });
  describe('that nobody waits for', () => {
    const unattended = { unattended: true };

    it('is made once though the circuit is open, and closes it with an answer or a refusal', async () => {
      for (const answer of ['back', new PublicError(ErrorCode.FORBIDDEN, 'Not yours')]) {
        const states: string[] = [];
        const breaker = policy({ onStateChange: (state) => states.push(state) });
        await open(breaker);
        const call = scripted(refused, answer, 'answer');
        await expect(breaker.execute(call, 5_000, unattended)).rejects.toMatchObject(unavailable);
        expect([call.calls, breaker.state]).toEqual([1, 'open']);
        const outcome = await breaker.execute(call, 5_000, unattended).catch((error: unknown) => error);
        expect([outcome, call.calls, breaker.state]).toEqual([answer, 2, 'closed']);
        expect(await breaker.execute(call, 5_000)).toBe('answer');
        expect(states).toEqual(['open', 'closed']);
      }
    });

    it('is one at a time while the circuit is open', async () => {
      const breaker = policy();
      await open(breaker);
      let finish: (value: string) => void = () => undefined;
      const probe = breaker.execute(
        () => new Promise<string>((resolve) => (finish = resolve)),
        5_000,
        unattended,
      );
      const call = scripted('answer');
      await expect(breaker.execute(call, 5_000, unattended)).rejects.toMatchObject(unavailable);
      await expect(breaker.execute(call, 5_000)).rejects.toMatchObject(unavailable);
      expect(call.calls).toBe(0);
      finish('back');
      expect(await probe).toBe('back');
      expect(breaker.state).toBe('closed');
    });

    it('leaves the minute as it is when it fails', async () => {
      const breaker = policy();
      await open(breaker);
      const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 59_000);
      await expect(breaker.execute(scripted(refused), 5_000, unattended)).rejects.toMatchObject(unavailable);
      now.mockReturnValue(Date.now() + 1_010);
      expect(await breaker.execute(scripted('answer'), 5_000)).toBe('answer');
    });
  });
});

describe('Connection trouble', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy())).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => void server.close());

  it('is a connection that is cut or refused, by undici and by fetch', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const nobody = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    closed.close();
    await once(closed, 'close');
    for (const target of [url, nobody]) {
      for (const ask of [request, fetch]) {
        const error: unknown = await ask(target).catch((reason: unknown) => reason);
        expect(isConnectionTrouble(error)).toBe(true);
      }
    }
  });

  it('is nothing else', () => {
    const others = [
      new Error('no'),
      new TypeError('fetch failed'),
      new AggregateError([]),
      'text',
      null,
      undefined,
    ];
    expect(others.map(isConnectionTrouble)).toEqual(others.map(() => false));
  });
});
