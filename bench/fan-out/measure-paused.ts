import { setTimeout as pause } from 'node:timers/promises';
import { percentile, printTable } from '../support/figures';
import type { ServerProcess } from '../support/server-process';
import { ALERTS, CHANGES, now } from './alerts';
import { connectAll, type LeanClient } from './crowd';
import { raisedAt, untilAllSubscribe } from './measure-alerts';
import { raiseEvents, withServer } from './servers';

const CLIENTS = 1_000;
const PAUSED = 200;
const PER_SECOND = 500;
const SECONDS = Number(process.env['BENCH_SECONDS'] || 60);
const WARM_UP_SECONDS = 5;
/** A client of so many looks at the time of each event; the others only count. */
const LOOKS = 20;

/** What clients that read nothing cost the server, and those that read. */
export async function measurePaused(progress: (text: string) => void): Promise<void> {
  const rows: string[][] = [];
  for (const [field, document] of [
    ['stockAlert', ALERTS],
    ['stockChanged', CHANGES],
  ] as const) {
    progress(`${PAUSED} of ${CLIENTS} paused, ${PER_SECOND} events/s for ${SECONDS} s: ${field}`);
    rows.push([field, ...(await withServer('bodega', (server) => storm(server, document)))]);
  }
  printTable(
    [
      `${PAUSED} of ${CLIENTS} paused`,
      'memory, most above before, MB',
      'after, MB',
      'events/s to each',
      'p50 ms',
      'p99 ms',
      'server CPU',
    ],
    rows,
  );
}

async function storm(server: ServerProcess, document: string): Promise<string[]> {
  const clients = await connectAll(server, CLIENTS, document);
  await untilAllSubscribe(server, clients);
  const reading = clients.slice(PAUSED);
  // Compiled code and a heap of its working size are there before anything is measured.
  await raiseEvents(server, PER_SECOND * WARM_UP_SECONDS, PER_SECOND);
  await pause(WARM_UP_SECONDS * 1_000 + 2_000);
  for (const client of clients.slice(0, PAUSED)) client.pause();
  const before = await server.usage(true);
  const latencies: number[] = [];
  for (const client of reading.slice(0, Math.ceil(reading.length / LOOKS)))
    client.onNext = (_, frame) => void latencies.push(now() - raisedAt(frame));
  const receivedBefore = total(reading);
  await raiseEvents(server, PER_SECOND * SECONDS, PER_SECOND);
  let most = 0;
  const end = Date.now() + SECONDS * 1_000;
  while (Date.now() < end) {
    await pause(1_000);
    most = Math.max(most, (await server.usage()).memoryBytes);
  }
  const busy = await server.usage();
  const received = (total(reading) - receivedBefore) / reading.length / SECONDS;
  await pause(2_000);
  const after = await server.usage(true);
  const ended = reading.filter((client) => client.ended !== undefined).length;
  if (ended > 0)
    throw new Error(`${ended} clients that read were ended: ${reading.find((c) => c.ended)?.ended}`);
  for (const client of clients) client.close();
  latencies.sort((one, other) => one - other);
  const megabytes = (bytes: number): string => ((bytes - before.memoryBytes) / 1024 / 1024).toFixed(1);
  return [
    megabytes(most),
    megabytes(after.memoryBytes),
    received.toFixed(0),
    percentile(latencies, 0.5).toFixed(0),
    percentile(latencies, 0.99).toFixed(0),
    `${((busy.cpuMicros - before.cpuMicros) / 1e4 / SECONDS).toFixed(0)} %`,
  ];
}

function total(clients: readonly LeanClient[]): number {
  return clients.reduce((sum, { received }) => sum + received, 0);
}
