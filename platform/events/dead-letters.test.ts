import { ConsumerWorld, deadLetters, Effects } from './consumer.fixture';
import { dropDeadLetters, listDeadLetters, replayDeadLetters } from './dead-letters';
import { envelope, nameOf } from './events.fixture';
import { InProcessBus } from './in-process-bus';

let world: ConsumerWorld;

beforeEach(async () => {
  world = await ConsumerWorld.create();
});
afterEach(() => world.end());

describe('Dead letters', () => {
  /** Two dead letters, and a consumer for which they would be none any more. */
  async function twoLetters(): Promise<{ effects: Effects; mend: () => void }> {
    const effects = new Effects();
    const dead = deadLetters(2);
    effects.before = async () => {
      throw new Error('broken');
    };
    world.consume(effects, { maxAttempts: 1, replayPollMillis: 10, onDeadLetter: dead.onDeadLetter });
    await world.bus.publish([envelope('lamp', 1), envelope('chair', 1)]);
    await dead.reached;
    return { effects, mend: () => (effects.before = async () => undefined) };
  }

  it('are handled once more when a replay is asked for', async () => {
    const { effects, mend } = await twoLetters();
    mend();
    const letters = await listDeadLetters(world.events.database);
    const lamp = letters.find((letter) => letter.event.aggregateId === 'lamp');
    expect(await replayDeadLetters(world.events.database, [String(lamp?.id)])).toBe(1);
    await effects.told.reach(1);
    expect(await world.events.effects()).toEqual(['lamp:1']);
    expect((await listDeadLetters(world.events.database)).map((letter) => nameOf(letter.event))).toEqual([
      'chair:1',
    ]);
    expect(await replayDeadLetters(world.events.database, 'all')).toBe(1);
    await effects.told.reach(2);
    expect(await listDeadLetters(world.events.database)).toEqual([]);
  });

  it('are handled once even when two processes do it at the same time', async () => {
    const { effects } = await twoLetters();
    let meetings = 2;
    effects.before = async () => {
      while (
        meetings > 0 &&
        (await world.events.rows(`SELECT FROM pg_locks WHERE NOT granted`)).length === 0
      );
      meetings -= 1;
    };
    world.consume(effects, {
      bus: new InProcessBus(),
      database: await world.events.connect(),
      replayPollMillis: 10,
    });
    await replayDeadLetters(world.events.database, 'all');
    await effects.told.reach(2);
    await world.stopConsumers();
    expect((await world.events.effects()).sort()).toEqual(['chair:1', 'lamp:1']);
    expect(await listDeadLetters(world.events.database)).toEqual([]);
  });

  it('stay with the new error when the replay fails', async () => {
    const { effects } = await twoLetters();
    effects.before = async () => {
      throw new Error('still broken');
    };
    await replayDeadLetters(world.events.database, 'all');
    let letters = await listDeadLetters(world.events.database);
    while (letters.some((letter) => letter.replayRequested))
      letters = await listDeadLetters(world.events.database);
    expect(letters.map(({ error, attempts }) => ({ error, attempts }))).toEqual([
      { error: 'Error: still broken', attempts: 2 },
      { error: 'Error: still broken', attempts: 2 },
    ]);
    expect(await world.events.effects()).toEqual([]);
  });

  it('can be dropped, and listed page by page', async () => {
    await twoLetters();
    const [first] = await listDeadLetters(world.events.database, { limit: 1 });
    const second = await listDeadLetters(world.events.database, { after: String(first?.id) });
    expect(second).toHaveLength(1);
    expect(await dropDeadLetters(world.events.database, [String(first?.id)])).toBe(1);
    expect(await listDeadLetters(world.events.database)).toEqual(second);
    expect(await dropDeadLetters(world.events.database, 'all')).toBe(1);
    expect(await listDeadLetters(world.events.database)).toEqual([]);
  });
});
