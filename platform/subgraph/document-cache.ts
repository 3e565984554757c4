import { parse, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

export type ParsedDocument =
  { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

const MAX_TOKENS = 20_000;

/** Parses and validates each text once. Gateways send the same few texts again and again. */
export class DocumentCache {
  readonly #documents = new LRUCache<string, ParsedDocument>({ max: 2_000 });

  constructor(private readonly schema: GraphQLSchema) {}

  get(text: string): ParsedDocument {
    const known = this.#documents.get(text);
    if (known) return known;
    const parsed = this.#parse(text);
    this.#documents.set(text, parsed);
    return parsed;
  }

  #parse(text: string): ParsedDocument {
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: MAX_TOKENS, noLocation: true });
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
    const errors = validate(this.schema, document);
    return errors.length > 0 ? { errors } : { document };
  }
}
