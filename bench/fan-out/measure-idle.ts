import { figureOf, printTable, shown } from '../support/figures';
import { ALERTS } from './alerts';
import { connectAll } from './crowd';
import { untilAllSubscribe } from './measure-alerts';
import { withServer, type ServerName } from './servers';

const SIZE = 5_000;
const ROUNDS = 3;

/** What a subscriber to whom nothing happens costs in memory. */
export async function measureIdle(progress: (text: string) => void): Promise<void> {
  const names: readonly ServerName[] = ['bare sockets', 'bodega', 'graphql-ws'];
  const measured = new Map<ServerName, number[]>(names.map((name) => [name, []]));
  for (let number = 1; number <= ROUNDS; number += 1) {
    for (const name of names) {
      progress(`${SIZE} idle subscribers, round ${number} of ${ROUNDS}: ${name}`);
      measured.get(name)?.push(await kilobytesEach(name));
    }
  }
  const own = figureOf(measured.get('bare sockets') ?? []).median;
  printTable(
    ['an idle subscriber', 'KB of memory', "beyond the socket's own"],
    [...measured].map(([name, values]) => {
      const figure = figureOf(values);
      return [name, shown(figure, 1), (figure.median - own).toFixed(1)];
    }),
  );
}

async function kilobytesEach(name: ServerName): Promise<number> {
  return withServer(name, async (server) => {
    const subscribes = name !== 'bare sockets';
    const document = subscribes ? ALERTS : undefined;
    // What the first clients load and compile is not theirs.
    const first = await connectAll(server, 200, document);
    if (subscribes) await untilAllSubscribe(server, first);
    const before = await server.usage(true);
    const clients = await connectAll(server, SIZE, document);
    if (subscribes) await untilAllSubscribe(server, clients);
    const after = await server.usage(true);
    for (const client of [...first, ...clients]) client.close();
    return (after.memoryBytes - before.memoryBytes) / SIZE / 1024;
  });
}
