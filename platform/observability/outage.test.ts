import pino from 'pino';
import { Outage } from './outage';

afterEach(() => jest.useRealTimers());

test('An outage is told when it begins, every minute, and when it ends, however often something is tried', () => {
  jest.useFakeTimers();
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const outage = new Outage(log, { gone: 'gone', back: 'back' });
  outage.ends();
  for (let second = 0; second < 125; second++) {
    outage.goes(new Error('refused'));
    jest.advanceTimersByTime(1_000);
  }
  outage.ends();
  outage.ends();
  outage.goes();
  const told = lines.map((line) => {
    const { level, msg, reason, forSeconds, afterSeconds } = JSON.parse(line) as Record<string, unknown>;
    return [level, msg, reason, forSeconds ?? afterSeconds];
  });
  expect(told).toEqual([
    [40, 'gone', 'refused', 0],
    [40, 'gone', 'refused', 60],
    [40, 'gone', 'refused', 120],
    [30, 'back', undefined, 125],
    [40, 'gone', undefined, 0],
  ]);
});
