import { setImmediate as turn } from 'node:timers/promises';
import { GraphQLError, Kind, parse, specifiedRules, validate, type ValidationRule } from 'graphql';
import type { Engine } from '../engine/engine';
import type { DocumentStore } from './document-store';

/**
 * Parses, validates and plans operations before anybody asks for them, one at each turn of the event loop, for the engine's
 * generation of now. What is not valid, or cannot be planned, is left for whoever asks.
 */
export async function warmPlans(
  engine: Engine,
  documents: DocumentStore,
  texts: Iterable<string>,
  rules: readonly ValidationRule[],
): Promise<void> {
  const { generation } = engine;
  for (const text of texts) {
    await turn();
    if (engine.generation !== generation) return;
    try {
      const document = parse(text);
      if (validate(generation.schema, document, [...specifiedRules, ...rules]).length > 0) continue;
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        generation.operation(document, definition.name?.value);
      }
      documents.learn(generation.schema, text, document);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
    }
  }
}
