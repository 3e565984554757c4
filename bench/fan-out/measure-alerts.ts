import { figureOf, percentile, printTable, shown } from '../support/figures';
import type { ServerProcess } from '../support/server-process';
import { ALERTS, now } from './alerts';
import { connectAll, type LeanClient } from './crowd';
import { raiseEvents, until, withServer, type ServerName } from './servers';

const SIZES = [1_000, 10_000];
const NAMES: readonly ServerName[] = ['bodega', 'graphql-ws'];
const ROUNDS = 4;
/** One after the other, each when everybody has the one before. */
const ALERTS_IN_A_ROUND = 25;
const WARM_UP_ALERTS = 10;

interface Round {
  /** From each alert until the last of all had it. */
  readonly lastMillis: readonly number[];
  readonly cpuMicrosPerDelivery: number;
}

/** How long it takes until the last of so many has an alert, and what a delivery costs the server. */
export async function measureAlerts(progress: (text: string) => void): Promise<void> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const rounds = new Map<ServerName, Round[]>(NAMES.map((name) => [name, []]));
    for (let number = 1; number <= ROUNDS; number += 1) {
      for (const name of NAMES) {
        progress(`${size} subscribers, round ${number} of ${ROUNDS}: ${name}`);
        rounds.get(name)?.push(await withServer(name, (server) => oneRound(server, size)));
      }
    }
    for (const [name, measured] of rounds) {
      const millis = measured.flatMap(({ lastMillis }) => lastMillis).sort((one, other) => one - other);
      rows.push([
        `${name}, ${size.toLocaleString('en')} subscribers`,
        percentile(millis, 0.5).toFixed(0),
        percentile(millis, 0.95).toFixed(0),
        shown(figureOf(measured.map(({ cpuMicrosPerDelivery }) => cpuMicrosPerDelivery)), 1),
      ]);
    }
  }
  printTable(['alerts', 'last has it, p50 ms', 'p95 ms', 'server CPU µs/delivery'], rows);
}

async function oneRound(server: ServerProcess, size: number): Promise<Round> {
  const clients = await connectAll(server, size, ALERTS);
  try {
    await untilAllSubscribe(server, clients);
    for (let warm = 0; warm < WARM_UP_ALERTS; warm += 1) await alert(server, clients);
    const before = await server.usage();
    const lastMillis: number[] = [];
    for (let number = 0; number < ALERTS_IN_A_ROUND; number += 1)
      lastMillis.push(await alert(server, clients));
    const after = await server.usage();
    const deliveries = size * ALERTS_IN_A_ROUND;
    return { lastMillis, cpuMicrosPerDelivery: (after.cpuMicros - before.cpuMicros) / deliveries };
  } finally {
    for (const client of clients) client.close();
  }
}

/** Raises one and waits until everybody has it. @returns milliseconds until then. */
async function alert(server: ServerProcess, clients: readonly LeanClient[]): Promise<number> {
  let missing = clients.length;
  const arrived = new Promise<number>((resolve) => {
    for (const client of clients) {
      client.onNext = (_, frame) => {
        missing -= 1;
        if (missing === 0) resolve(now() - raisedAt(frame));
      };
    }
  });
  await raiseEvents(server, 1, 1);
  return arrived;
}

/** `subscribe` has no answer: a subscription is there when an alert arrives. */
export async function untilAllSubscribe(
  server: ServerProcess,
  clients: readonly LeanClient[],
): Promise<void> {
  while (clients.some(({ received }) => received === 0)) {
    await raiseEvents(server, 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  let sum = -1;
  await until(() => {
    const before = sum;
    sum = clients.reduce((total, { received }) => total + received, 0);
    return sum === before && sum % clients.length === 0;
  }, 'everybody has every alert');
}

export function raisedAt(frame: Buffer): number {
  const [, at] = /"at":([\d.]+)/.exec(frame.toString('latin1')) ?? [];
  if (at === undefined) throw new Error(`No event: ${String(frame)}`);
  return Number(at);
}
