import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { SupervisedChild } from './child-process';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('A child that is not ready in time', () => {
  it('is ended, and does not stand in the way of the next one', async () => {
    const child = new SupervisedChild(
      {
        name: 'sleeper',
        command: process.execPath,
        args: ['--eval', 'setInterval(() => undefined, 1000)'],
        environment: process.env,
        ready: /never/,
        readyMillis: 50,
      },
      pino({ level: 'silent' }),
    );
    try {
      await expect(child.start()).rejects.toThrow('sleeper was not ready within 0.05 s');
      const { pid = 0 } = child;
      expect(pid).toBeGreaterThan(0);
      while (isAlive(pid)) await sleep(20);
    } finally {
      await child.stop();
    }
  });
});
