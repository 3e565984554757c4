import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

const DOCUMENTS = 1_000;
/** Characters of all texts that are kept, in case somebody sends a thousand of the longest. */
const TEXT = 10_000_000;

/** Parsed and valid documents; their plans live exactly as long. */
export class DocumentStore {
  /** By the hash of the schema and their own, as Apollo Server asks. */
  readonly #documents = new LRUCache<string, DocumentNode>({ max: DOCUMENTS });
  readonly #texts = new WeakMap<GraphQLSchema, LRUCache<string, DocumentNode>>();
  hits = 0;
  misses = 0;

  get size(): number {
    return this.#documents.size;
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key);
    if (document) this.hits += 1;
    else this.misses += 1;
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(key);
  }

  /** The document of this very text, when it is known to be valid against this schema. */
  find(schema: GraphQLSchema, text: string): DocumentNode | undefined {
    const document = this.#texts.get(schema)?.get(text);
    if (document) this.hits += 1;
    return document;
  }

  /** @param document of the text, valid against the schema. */
  learn(schema: GraphQLSchema, text: string, document: DocumentNode): void {
    let texts = this.#texts.get(schema);
    if (!texts) {
      texts = new LRUCache({ max: DOCUMENTS, maxSize: TEXT, sizeCalculation: (_, key) => key.length + 1 });
      this.#texts.set(schema, texts);
    }
    texts.set(text, document);
  }
}
