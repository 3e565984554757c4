import pino from 'pino';
import { Periodic } from './periodic';

describe('periodic work', () => {
  it('begins at once and goes on, also after a failure, until it is stopped', async () => {
    let runs = 0;
    let third = (): void => undefined;
    const enough = new Promise<void>((resolve) => (third = resolve));
    const periodic = new Periodic({
      what: 'counting',
      everyMillis: 1,
      log: pino({ level: 'silent' }),
      work: async () => {
        runs += 1;
        if (runs === 3) third();
        if (runs === 1) throw new Error('the first one fails');
      },
    });
    expect(runs).toBe(1);
    await enough;
    await periodic.stop();
    const atTheEnd = runs;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(runs).toBe(atTheEnd);
  });

  it('stops at once while it rests, and after its run while it works', async () => {
    let end = (): void => undefined;
    const log = pino({ level: 'silent' });
    const working = new Promise<void>((resolve) => (end = resolve));
    const resting = new Periodic({ what: 'rest', everyMillis: 3_600_000, log, work: async () => undefined });
    const busy = new Periodic({ what: 'work', everyMillis: 3_600_000, log, work: () => working });
    await resting.stop();
    let stopped = false;
    const stopping = busy.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    end();
    await stopping;
  });
});
