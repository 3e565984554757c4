import { Usage, WINDOW_MILLIS } from './usage';

describe('what was spent', () => {
  let now: number;
  let usage: Usage;
  beforeEach(() => {
    now = 1_000 * WINDOW_MILLIS + 15_000;
    usage = new Usage(() => now);
  });

  it('adds up for each subject until the minute is over', () => {
    usage.add('user:1', 5);
    usage.add('user:1', 7);
    usage.add('user:2', 1);
    expect([usage.of('user:1'), usage.of('user:2'), usage.of('user:3')]).toEqual([12, 1, 0]);
    expect(usage.secondsLeft).toBe(45);
    now += 44_999;
    expect([usage.of('user:1'), usage.secondsLeft]).toEqual([12, 1]);
    now += 1;
    expect([usage.of('user:1'), usage.secondsLeft]).toEqual([0, 60]);
  });

  it('adds what other processes have spent to what was spent here, and counts neither twice', () => {
    usage.add('user:1', 10);
    expect(usage.untold(9)).toEqual([['user:1', 10]]);
    // In the meantime more is spent here; of the 25 in all, 15 were spent elsewhere.
    usage.add('user:1', 3);
    usage.told(usage.window, 'user:1', 10, 25);
    expect(usage.of('user:1')).toBe(28);
    expect(usage.untold(9)).toEqual([['user:1', 3]]);
    usage.told(usage.window, 'user:1', 3, 28);
    expect([usage.of('user:1'), usage.untold(9)]).toEqual([28, []]);
  });

  it('does not carry what is heard late into the next minute', () => {
    const { window } = usage;
    usage.add('user:1', 10);
    now += WINDOW_MILLIS;
    usage.told(window, 'user:1', 10, 500);
    expect([usage.of('user:1'), usage.untold(9)]).toEqual([0, []]);
  });
});
