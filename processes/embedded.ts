import { createLogger } from '../platform/observability/logger';
import { paint } from '../platform/observability/paint';
import { readConfiguration } from './configuration';
import { DEMO_EMAIL, DEMO_PASSWORD } from './demo/demo-business';
import { exitWith } from './exit-with';
import { startBodega, type Bodega } from './start-bodega';

// It would otherwise ask the hosts of several clouds who they are.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const FORCED_STOP_MILLIS = 20_000;

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const log = createLogger(configuration.logLevel);
  const interrupted = new AbortController();
  let bodega: Bodega | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    if (interrupted.signal.aborted) return;
    log.info({ signal }, 'stopping');
    interrupted.abort(new Error('Stopped before it was ready'));
    setTimeout(() => process.exit(1), FORCED_STOP_MILLIS).unref();
    void bodega?.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  try {
    bodega = await startBodega(configuration, log, interrupted.signal);
  } catch (error) {
    if (interrupted.signal.aborted) process.exit(0);
    throw error;
  }
  if (interrupted.signal.aborted) await bodega.stop().then(() => process.exit(0));
  console.log(banner(bodega));
}

function banner({ url, demo }: Bodega): string {
  const line = (what: string, where: string): string => `  ${paint('dim', what.padEnd(15))} ${where}`;
  return [
    '',
    `${paint(['bold', 'green'], 'Bodega is ready')} at ${paint('underline', url)}`,
    '',
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
