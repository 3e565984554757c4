import { Arrivals, envelope } from './events.fixture';
import { busContract } from './bus-contract.fixture';
import { InProcessBus } from './in-process-bus';

describe('The bus in process', () => {
  busContract(() => {
    const bus = new InProcessBus();
    return { connect: () => bus };
  });

  it('refuses more than a group that is behind can hold, and takes it again afterwards', async () => {
    const bus = new InProcessBus();
    const done = new Arrivals<null>();
    let finish: () => void = () => undefined;
    const open = new Promise<void>((resolve) => (finish = resolve));
    bus.consume('inventory', ['products'], async () => {
      await open;
      done.add(null);
    });
    const batch = Array.from({ length: 100 }, (_, n) => envelope(`a-${n}`, 1));
    for (let times = 0; times < 100; times++) {
      await bus.publish(batch.map((event) => ({ ...event, id: `${event.id}-${times}` })));
    }
    await expect(bus.publish([envelope('b', 1)])).rejects.toThrow('inventory is 10000 events behind');
    finish();
    await done.reach(10_000);
    await bus.publish([envelope('b', 1)]);
    await done.reach(10_001);
    await bus.close();
  });
});
