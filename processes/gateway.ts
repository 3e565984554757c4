// The gateway alone, over any supergraph of Apollo Federation 2: npm run start:gateway -- --supergraph FILE
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createGateway } from '../gateway/create-gateway';
import type { SubgraphAddress } from '../gateway/engine/source';
import { HttpSource } from '../gateway/engine/sources/http-source';
import type { Limits } from '../gateway/limits/limits';
import {
  address,
  ConfigurationError,
  parseEnvironment,
  variable,
  wholeNumber,
} from '../platform/config/environment';
import { secretsIn } from '../platform/config/secrets';
import { createLogger } from '../platform/observability/logger';
import { commandLine, UsageError } from '../platform/process/command-line';
import { Cleanup } from './cleanup';
import { commonRules } from './configuration';
import { exitWith } from './exit-with';
import { onStopSignal } from './stop-signal';
import { readSupergraph, watchSupergraph } from './watch-supergraph';

// It would otherwise ask the hosts of several clouds who they are.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const USAGE = 'Usage: npm run start:gateway -- --supergraph FILE';

const rules = z.object({ ...commonRules, PORT: wholeNumber(0, 65_535).default(4000) });

/** Wider than Bodega's own, which know its schema: without `@cost` and `@listSize` nothing says how long a list may be. */
const LIMITS: Limits = { depth: 50, aliases: 200, directives: 100, tokens: 15_000, cost: Infinity };

async function main(): Promise<void> {
  const file = commandLine(USAGE, supergraphFile);
  const { NODE_ENV, HOST, PORT, LOG_LEVEL } = parseEnvironment(rules, process.env);
  const log = createLogger({ level: LOG_LEVEL, secrets: secretsIn(process.env) }).child({
    service: 'gateway',
  });
  const cleanup = new Cleanup();
  onStopSignal(log, () => cleanup.run(log));
  const gateway = await createGateway({
    supergraphSdl: readSupergraph(file),
    sources: (subgraph) => new HttpSource({ ...subgraph, url: addressOf(subgraph), headers: () => ({}) }),
    authenticator: null,
    jwks: null,
    log,
    host: HOST,
    port: PORT,
    production: NODE_ENV === 'production',
    limits: LIMITS,
  }).catch((error: unknown) => {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(`${file} cannot be served: ${error instanceof Error ? error.message : ''}`);
  });
  cleanup.add(() => gateway.stop());
  await gateway.listen();
  const stopWatching = watchSupergraph(file, gateway, log);
  cleanup.add(async () => stopWatching());
  console.log(`The gateway is ready at ${gateway.url}/graphql`);
}

function supergraphFile(args: string[]): string {
  const { values } = parseArgs({ args, options: { supergraph: { type: 'string' } } });
  if (values.supergraph) return values.supergraph;
  throw new UsageError('--supergraph must name a file.');
}

const addressRule = address('http', 'https');

/** From <SUBGRAPH>_URL, where what cannot stand in a variable's name is an underscore, or from the supergraph. */
function addressOf({ name, url }: SubgraphAddress): string {
  const variableName = `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_URL`;
  const given = addressRule.safeParse(variable(variableName, process.env) ?? url);
  if (given.success) return given.data;
  throw new ConfigurationError(
    `${variableName}: ${given.error.issues[0]?.message}, for the supergraph has no address of ${name}`,
  );
}

main().catch(exitWith('gateway'));
