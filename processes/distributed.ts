// The product as separate processes on this machine: the entry points and the environment that the containers have.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ConfigurationError } from '../platform/config/environment';
import { secretsIn } from '../platform/config/secrets';
import { ReservedPort } from '../platform/http/reserved-port';
import { createLogger } from '../platform/observability/logger';
import { paint } from '../platform/observability/paint';
import { commandLine, noArguments } from '../platform/process/command-line';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph/subgraph';
import { Cleanup } from './cleanup';
import { checkParts } from './check-parts';
import { databaseVariable, ownerDatabaseVariable, readConfiguration, urlVariable } from './configuration';
import { SupervisedChild } from './distributed/child-process';
import { freePort } from './distributed/free-port';
import { startRedis } from './distributed/local-redis';
import { exitWith } from './exit-with';
import { openDatabases } from './open-databases';
import { onStopSignal } from './stop-signal';

const WATCH_PARENT = path.join(__dirname, 'distributed/watch-parent.ts');

const USAGE = `Usage: npm run start:distributed

  Starts the gateway and the five subgraphs as processes of their own, with Redis between them.
  It is configured by environment variables, which README.md lists.`;

async function main(): Promise<void> {
  commandLine(USAGE, noArguments);
  const configuration = readConfiguration(process.env);
  if (configuration.remote.size > 0) {
    throw new ConfigurationError(
      `${urlVariable([...configuration.remote.keys()][0] ?? 'auth')}: must not be set here, for every subgraph is started here`,
    );
  }
  checkParts(configuration, () => true);
  // The gateway's process takes it later; one that is taken is known now.
  await (await ReservedPort.at(configuration.host, configuration.port)).release();
  const log = createLogger({ level: configuration.logLevel, secrets: secretsIn(process.env) });
  const cleanup = new Cleanup();
  onStopSignal(log, () => cleanup.run(log));
  try {
    const databases = await openDatabases(configuration);
    cleanup.add(() => databases.close());
    const redisUrl = configuration.redisUrl ?? (await startRedis(configuration.dataDirectory, log, cleanup));
    const ports = new Map<SubgraphName, number>();
    for (const name of SUBGRAPHS) ports.set(name, await freePort());
    const addresses = Object.fromEntries(
      [...ports].map(([name, port]) => [urlVariable(name), `http://127.0.0.1:${port}/graphql`]),
    );
    const shared = {
      ...process.env,
      ...addresses,
      ...databases.environment,
      REDIS_URL: redisUrl,
      BODEGA_INTERNAL_SECRET: configuration.internalSecret ?? randomBytes(32).toString('base64url'),
      HOST: '127.0.0.1',
    };
    const child = (
      name: string,
      program: string[],
      environment: NodeJS.ProcessEnv,
      ready: RegExp,
    ): SupervisedChild => {
      const args = ['--require', 'tsx/cjs', '--require', WATCH_PARENT, ...program];
      return new SupervisedChild(
        { name, command: process.execPath, args, environment: { ...shared, ...environment }, ready },
        log,
      );
    };
    const subgraphs = SUBGRAPHS.map((name) => {
      const { service, owner } = databases.addresses.get(name) ?? {};
      const environment = {
        PORT: String(ports.get(name)),
        [databaseVariable(name)]: service,
        [ownerDatabaseVariable(name)]: owner,
      };
      return child(name, ['processes/subgraph.ts', name], environment, / is ready at /);
    });
    cleanup.add(async () => void (await Promise.all(subgraphs.map((subgraph) => subgraph.stop()))));
    await Promise.all(subgraphs.map((subgraph) => subgraph.start()));
    const environment = {
      HOST: configuration.host,
      PORT: String(configuration.port),
      BODEGA_DEMO: configuration.demo ? '1' : '0',
    };
    const gateway = child('gateway', ['processes/embedded.ts'], environment, /Bodega is ready.* at (\S+)/);
    cleanup.add(() => gateway.stop());
    const [, url = ''] = await gateway.start();
    console.log(banner(url, [...ports], [...subgraphs, gateway], redisUrl));
  } catch (error) {
    await cleanup.run(log);
    throw error;
  }
}

function banner(
  url: string,
  ports: [SubgraphName, number][],
  children: SupervisedChild[],
  redisUrl: string,
): string {
  const pids = new Map(children.map(({ name, pid }) => [name, pid]));
  return [
    '',
    `${paint(['bold', 'green'], 'Bodega is ready')} at ${paint('underline', url)}, as separate processes`,
    '',
    ...ports.map(
      ([name, port]) =>
        `  ${paint('dim', name.padEnd(12))} http://127.0.0.1:${port}/graphql   process ${pids.get(name)}`,
    ),
    `  ${paint('dim', 'gateway'.padEnd(12))} ${url}/graphql   process ${pids.get('gateway')}`,
    `  ${paint('dim', 'Redis'.padEnd(12))} ${redisUrl}`,
    '',
    `  ${paint('dim', 'A process that ends is started again. Ctrl-C stops all of them.')}`,
    '',
  ].join('\n');
}

main().catch(exitWith('bodega'));
