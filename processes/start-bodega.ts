import { existsSync, writeFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { claimSoleProcess } from '../platform/events/sole-process';
import { makeFolder } from '../platform/files/make-folder';
import type { Gateway } from '../gateway/create-gateway';
import type { ReservedPort } from '../platform/http/reserved-port';
import { InternalTokens } from '../platform/identity/internal-token';
import { SUBGRAPHS, type Subgraph, type SubgraphName } from '../platform/subgraph/subgraph';
import { Cleanup } from './cleanup';
import type { Configuration } from './configuration';
import { connectBus } from './connect-bus';
import { demoMarker } from './demo/account';
import { createDemoBusiness } from './demo/demo-business';
import { openDatabases, type OpenDatabases } from './open-databases';
import { starters } from './registry';
import { startGateway } from './start-gateway';
import { startSubgraph } from './start-subgraph';

export interface Bodega {
  /** Of the gateway, without a path. */
  readonly url: string;
  readonly demo: boolean;
  /** Nothing new is taken, what runs is finished, nothing is left behind. May be called twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Gives up starting. */
  readonly signal?: AbortSignal;
  /** Opened beforehand: they start while the rest of the program is still being loaded. */
  readonly databases?: Promise<OpenDatabases>;
  /** Where to listen, in place of the configuration's port; given back when the start fails. */
  readonly reservedPort?: ReservedPort;
}

/** Starts everything that the configuration does not place elsewhere, in this process. */
export async function startBodega(
  configuration: Configuration,
  log: Logger,
  options: StartOptions = {},
): Promise<Bodega> {
  const cleanup = new Cleanup();
  try {
    return await start(configuration, log, cleanup, options);
  } catch (error) {
    await cleanup.run(log);
    throw error;
  }
}

async function start(
  configuration: Configuration,
  log: Logger,
  cleanup: Cleanup,
  { signal, databases: opened, reservedPort }: StartOptions,
): Promise<Bodega> {
  const { remote, internalSecret, demo, dataDirectory } = configuration;
  cleanup.add(async () => reservedPort?.release());
  const names = SUBGRAPHS.filter((name) => !remote.has(name));
  const opening = opened ?? openDatabases(configuration, signal);
  // Loaded here, while PostgreSQL starts.
  await Promise.all(names.map((name) => starters[name]()));
  const databases = await opening;
  cleanup.add(() => databases.close());
  if (configuration.redisUrl === undefined)
    for (const name of names) await claimDatabase(name, configuration, log, cleanup);
  const bus = connectBus(configuration.redisUrl, log);
  cleanup.add(() => bus.close());
  const tokens =
    remote.size === 0 || internalSecret === undefined ? null : new InternalTokens(internalSecret);
  const local = new Map<string, Subgraph>();
  await allOrFirstFailure(
    names.map(async (name) => {
      const addresses = databases.addresses.get(name);
      if (!addresses) throw new Error(`The ${name} subgraph has no database`);
      const environment = { ...configuration.environment, ...databases.environment };
      local.set(
        name,
        await startSubgraph(name, { addresses, bus, local, remote, tokens, environment, log, cleanup }),
      );
    }),
  );
  signal?.throwIfAborted();
  const gateway = await startGateway(
    configuration,
    { local, remote, tokens },
    log.child({ service: 'gateway' }),
    cleanup,
    reservedPort,
  );
  // Nobody is let in before: who came in between would meet half of it, or take its e-mail address.
  if (demo) await createDemoOnce(dataDirectory, gateway);
  await gateway.listen();
  return { url: gateway.url, demo, stop: () => cleanup.run(log) };
}

/** The embedded databases are this process's by the lock of their directory. */
async function claimDatabase(
  name: SubgraphName,
  { databases }: Configuration,
  log: Logger,
  cleanup: Cleanup,
): Promise<void> {
  const url = databases.get(name)?.service;
  if (url !== undefined) cleanup.add(await claimSoleProcess({ name, url, log }));
}

/**
 * Like Promise.all, but a failure waits for the others to end: what they still do must not meet a database that is being stopped,
 * and what they have started must be known by then.
 */
async function allOrFirstFailure(tasks: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(tasks)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}

/** The marker is written last: a first start that was interrupted goes on where it was. */
async function createDemoOnce(
  dataDirectory: string,
  gateway: Pick<Gateway, 'beforeListening'>,
): Promise<void> {
  const marker = demoMarker(dataDirectory);
  if (existsSync(marker)) return;
  await gateway.beforeListening((url) => createDemoBusiness(`${url}/graphql`));
  makeFolder(dataDirectory, 0o700);
  writeFileSync(marker, `${new Date().toISOString()}\n`);
}
