import { secretsIn } from '../platform/config/secrets';
import { ReservedPort } from '../platform/http/reserved-port';
import { createLogger } from '../platform/observability/logger';
import { paint } from '../platform/observability/paint';
import { checkParts } from './check-parts';
import { readConfiguration } from './configuration';
import { DEMO_EMAIL, DEMO_PASSWORD } from './demo/account';
import { exitWith } from './exit-with';
import { openDatabases } from './open-databases';
import type { Bodega } from './start-bodega';
import { onStopSignal } from './stop-signal';

// It would otherwise ask the hosts of several clouds who they are.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  checkParts(configuration, (name) => !configuration.remote.has(name));
  const reservedPort = await ReservedPort.at(configuration.host, configuration.port);
  const log = createLogger({ level: configuration.logLevel, secrets: secretsIn(process.env) });
  const interrupted = new AbortController();
  const databases = openDatabases(configuration, interrupted.signal);
  // Whoever awaits it sees the failure; until then it must not end the process by itself.
  databases.catch(() => undefined);
  const starting = load().startBodega(configuration, log, {
    signal: interrupted.signal,
    databases,
    reservedPort,
  });
  onStopSignal(log, async () => {
    interrupted.abort(new Error('Stopped before it was ready'));
    // What was not ready has cleaned up after itself.
    await starting.then(
      (bodega) => bodega.stop(),
      () => undefined,
    );
  });
  try {
    console.log(banner(await starting));
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
  }
}

/** Loaded while PostgreSQL starts: it is most of the program, and takes as long. */
function load(): typeof import('./start-bodega') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() leaves CommonJS, where tsx does not follow
  return require('./start-bodega') as typeof import('./start-bodega');
}

function banner({ url, demo }: Bodega): string {
  const line = (what: string, where: string): string => `  ${paint('dim', what.padEnd(15))} ${where}`;
  return [
    '',
    `${paint(['bold', 'green'], 'Bodega is ready')} at ${paint('underline', url)}`,
    '',
    line('Dashboard', url),
    line('GraphQL', `${url}/graphql   (in a browser: Apollo Sandbox)`),
    line('Subscriptions', `${url.replace('http', 'ws')}/graphql`),
    line('Offline IDE', `${url}/altair`),
    line('Health', `${url}/health/ready`),
    ...(demo ? ['', line('Log in', `${DEMO_EMAIL} / ${DEMO_PASSWORD}`)] : []),
    '',
    `  ${paint('dim', 'Ctrl-C stops it. Data is kept for the next start.')}`,
    '',
  ].join('\n');
}

main().catch(exitWith('bodega'));
