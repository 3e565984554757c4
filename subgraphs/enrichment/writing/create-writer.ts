import type { Logger } from 'pino';
import { BuiltinWriter } from '../builtin/builtin-writer';
import type { EnrichmentConfiguration, ProviderName } from '../enrichment.configuration';
import { ChatProvider } from './chat-provider';
import { ProviderGate } from './provider-gate';
import { Writer } from './writer';

const TIMING = { attemptMillis: 30_000, firstBackOffMillis: 1_000 };

/** The writer that the configuration describes, and the doors to its models. */
export function createWriter(
  configuration: EnrichmentConfiguration,
  log: Logger,
  timing = TIMING,
): { writer: Writer; gates: ProviderGate[] } {
  const gates = configuration.providers.flatMap((name) => {
    const endpoint = name === 'builtin' ? null : configuration[name];
    return endpoint === null ? [] : [new ProviderGate(new ChatProvider(endpoint), { log, ...timing })];
  });
  const byName = new Map<ProviderName, ProviderGate>(gates.map((gate) => [gate.provider.name, gate]));
  const models = gates.map(({ provider }) => `${provider.name} (${provider.model})`);
  log.info(
    { providers: configuration.providers, models },
    'product pages are written by these, in this order',
  );
  return { writer: new Writer({ configuration, gates: byName, builtin: new BuiltinWriter() }), gates };
}
