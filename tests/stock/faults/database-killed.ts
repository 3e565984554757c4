import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../../platform/postgres/embedded-postgres';
import { withDeadline } from '../../../platform/resilience/deadline';
import { freePort } from '../../../processes/distributed/free-port';
import { invariants } from '../invariants';
import { atMost, exactly, told, type Figure, type Scenario, type ScenarioOptions } from '../scenario';
import { Businesses } from './businesses';
import { startFaultSystem, type FaultSystem } from './fault-system';
import { Load } from './load';

const PEOPLE = 8;
const SERVICE_SECONDS = 5;
const BACK_MILLIS = 60_000;

function databaseScenario(mode: 'embedded' | 'distributed', shortKills: number): Scenario {
  return {
    name: mode === 'distributed' ? 'database-killed' : 'database-killed-embedded',
    title: `PostgreSQL killed with -9 under load, ${mode}`,
    async run(options) {
      const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bodega-killed-postgres-'));
      const port = await freePort();
      const start = () => startEmbeddedPostgres({ dataDir, port });
      const server = new KillableServer(start, await start());
      try {
        const system = await startFaultSystem({ mode, server: server.superuserUrl, seed: options.seed });
        try {
          return await killUnderLoad(system, server, options.short ? shortKills : 5, options);
        } catch (error) {
          throw new Error(system.process('orders').output, { cause: error });
        } finally {
          await system.stop();
        }
      } finally {
        await server.stop();
        rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

export const databaseKilled = databaseScenario('distributed', 1);
export const databaseKilledEmbedded = databaseScenario('embedded', 1);

type Server = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

/** Durable, as in production: what it has confirmed must be there after a kill. */
class KillableServer {
  constructor(
    private readonly start: () => Promise<Server>,
    private server: Server,
  ) {}

  get superuserUrl(): string {
    return this.server.superuserUrl('postgres');
  }

  async kill(): Promise<void> {
    process.kill(this.server.pid, 'SIGKILL');
    await this.server.exited;
  }

  /** On the same port, with what the disk has. Resolves when it accepts connections. */
  async restart(): Promise<void> {
    this.server = await this.start();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

async function killUnderLoad(
  system: FaultSystem,
  server: KillableServer,
  kills: number,
  { progress }: ScenarioOptions,
): Promise<Figure[]> {
  const businesses = await Businesses.open(system, 1);
  const { api } = await businesses.next();
  await businesses.close();
  const load = await Load.start(api, PEOPLE);
  const back: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    await load.soldSince();
    await sleep(1_000);
    await server.kill();
    await sleep(1_000);
    await server.restart();
    const returned = performance.now();
    await withDeadline(load.soldSince(), BACK_MILLIS, 'A sale after the return of the database');
    back.push(performance.now() - returned);
    progress(kill + 1, kills);
  }
  await load.end();
  const { acknowledged } = load;
  const kept = await load.repeatAll();
  return [
    exactly('kills', back.length, kills),
    told('sales acknowledged', acknowledged.length),
    told('requests without an answer, sent again', load.unanswered),
    exactly('acknowledged sales that were lost', acknowledged.length - kept, 0),
    atMost('longest time from its return to the next sale', ceil(Math.max(...back)), SERVICE_SECONDS, 's'),
    ...(await invariants(system)),
  ];
}

const ceil = (millis: number): number => Math.ceil(millis / 100) / 10;
