import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const DOCUMENTS = 1_000;

/** Parsed and valid documents by their hash; their plans live exactly as long. */
export class DocumentStore {
  readonly #documents = new LRUCache<string, DocumentNode>({ max: DOCUMENTS });
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
}
