import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { figureOf, printTable, shown } from '../support/figures';
import { installPeers } from '../support/peers';
import type { Scenario } from '../support/scenario';
import { ServerProcess } from '../support/server-process';
import { federated, INVENTORY_SDL, PRODUCTS_SDL } from './catalogue';
import { checkAnswers, load, type Load } from './load';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] || 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] || 3);
/** By number and not by time, so that a busy machine does not measure code that is not compiled yet. */
const WARM_UP_REQUESTS = 5_000;

const PEERS: Readonly<Record<string, { file: string; environment?: Record<string, string> }>> = {
  'Apollo Gateway, as documented': { file: 'apollo.mjs' },
  'Hive Gateway': { file: 'hive.mjs' },
  'Hive Gateway, Rust planner': { file: 'hive.mjs', environment: { PLANNER: 'rust' } },
  Mercurius: { file: 'mercurius.mjs' },
  'Mercurius, compiled': { file: 'mercurius.mjs', environment: { JIT: '1' } },
  'Bodega, subgraphs over HTTP': { file: 'bodega.ts' },
  'Bodega, subgraphs in the process': { file: 'bodega.ts', environment: { EMBEDDED: '1' } },
  'node:http, a ready answer': { file: 'node-http.mjs' },
};

/** The machine has one load generator, one process for the subgraphs, and one gateway busy at a time. */
export const scenario: Scenario = {
  title: '20 products joined with 20 entities of a second subgraph, by the gateways of Node',
  async run(progress) {
    installPeers();
    const only = process.env['BENCH_ONLY'];
    const names = Object.keys(PEERS).filter((name) => only === undefined || new RegExp(only).test(name));
    const directory = mkdtempSync(path.join(tmpdir(), 'bodega-bench-gateway-'));
    const running: ServerProcess[] = [];
    const start = async (file: string, environment: Record<string, string>): Promise<ServerProcess> => {
      const server = await ServerProcess.start({ file: path.join(__dirname, 'servers', file), environment });
      running.push(server);
      return server;
    };
    try {
      const subgraphs = await start('subgraphs.mjs', {});
      const address = `http://127.0.0.1:${subgraphs.port}`;
      const supergraph = path.join(directory, 'supergraph.graphql');
      writeFileSync(supergraph, compose(address));
      const servers = new Map<string, ServerProcess>();
      for (const name of names) {
        progress(`starting ${name}`);
        const { file = '', environment } = PEERS[name] ?? {};
        const server = await start(file, { ...environment, SUPERGRAPH: supergraph, SUBGRAPHS: address });
        if (!name.startsWith('node:http')) await checkAnswers(server.port);
        servers.set(name, server);
      }
      for (const varied of [true, false]) await measure(servers, varied, progress);
    } finally {
      for (const server of running) await server.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

async function measure(
  servers: ReadonlyMap<string, ServerProcess>,
  varied: boolean,
  progress: (text: string) => void,
): Promise<void> {
  const what = varied ? '500 values of a variable' : 'one constant query';
  for (const [name, server] of servers) {
    progress(`${what}: warming up ${name}`);
    await load(server, varied, { amount: WARM_UP_REQUESTS });
  }
  const rounds = new Map<string, Load[]>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    progress(`${what}: round ${round} of ${ROUNDS}`);
    for (const [name, server] of servers)
      rounds.set(name, [...(rounds.get(name) ?? []), await load(server, varied, { duration: SECONDS })]);
  }
  printTable(
    [what, 'CPU ms/request', 'requests/s', 'p50 ms', 'p99 ms'],
    [...rounds].map(([name, loads]) => [
      name,
      shown(figureOf(loads.map(({ cpuMillis }) => cpuMillis)), 3),
      shown(figureOf(loads.map(({ perSecond }) => perSecond)), 0),
      shown(figureOf(loads.map(({ p50 }) => p50)), 0),
      shown(figureOf(loads.map(({ p99 }) => p99)), 0),
    ]),
  );
}

function compose(address: string): string {
  const subgraph = (name: string, sdl: string) => ({
    name,
    typeDefs: parse(federated(sdl)),
    url: `${address}/${name}`,
  });
  const { supergraphSdl, errors } = composeServices([
    subgraph('products', PRODUCTS_SDL),
    subgraph('inventory', INVENTORY_SDL),
  ]);
  if (supergraphSdl === undefined) throw new Error(`The subgraphs do not compose: ${String(errors)}`);
  return supergraphSdl;
}
