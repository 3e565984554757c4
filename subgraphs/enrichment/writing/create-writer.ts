import { BuiltinWriter } from '../builtin/builtin-writer';
import type { EnrichmentConfiguration, ProviderName } from '../enrichment.configuration';
import { ChatProvider } from './chat-provider';
import { ProviderGate } from './provider-gate';
import { Writer, type WriterOptions } from './writer';

export interface WriterServices extends Pick<WriterOptions, 'cache' | 'budget' | 'ownCategories' | 'log'> {
  /** Of one attempt, the body included, and the ceiling of the pause before the second one. */
  readonly timing?: { readonly attemptMillis: number; readonly firstBackOffMillis: number };
}

const TIMING = { attemptMillis: 30_000, firstBackOffMillis: 1_000 };

/** The writer that the configuration describes, and the doors to its models. */
export function createWriter(
  configuration: EnrichmentConfiguration,
  { timing = TIMING, ...services }: WriterServices,
): { writer: Writer; gates: ProviderGate[] } {
  const { log } = services;
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
  const writer = new Writer({ ...services, configuration, gates: byName, builtin: new BuiltinWriter() });
  return { writer, gates };
}
