import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

/** Operations by the SHA-256 of their text, in hexadecimal digits. */
export type Manifest = ReadonlyMap<string, string>;

export interface PersistedOperations {
  readonly manifest: Manifest;
  /** Answers nothing but the manifest: a text counts only as its hash. */
  readonly only: boolean;
}

const PREFIX = 'sha256:';
const manifestRules = z.record(z.string().startsWith(PREFIX), z.string());
/** Texts of clients that register their own (automatic persisted queries), all together. */
const REGISTERED_BYTES = 10 * 1024 * 1024;

/**
 * Reads the manifest that `npm run codegen` writes of schema/operations.
 * @throws when an operation is not the one that its hash names: somebody has edited the file.
 */
export function readManifest(file: string): Manifest {
  const entries = Object.entries(manifestRules.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return new Map(
    entries.map(([name, text]) => {
      const hash = sha256(text);
      if (name !== PREFIX + hash) throw new Error(`${file}: ${name} names another operation than its own`);
      return [hash, text] as const;
    }),
  );
}

/**
 * Where Apollo Server looks up operations that come by their hash: the manifest, and what clients register, which cannot
 * push the manifest out.
 */
export class OperationStore {
  readonly #registered = new LRUCache<string, string>({
    maxSize: REGISTERED_BYTES,
    sizeCalculation: (text) => Buffer.byteLength(text) + 1,
  });

  constructor(private readonly operations: PersistedOperations) {}

  /** @param key as Apollo Server makes it, `apq:` and the hash; the hash may carry the name of its algorithm. */
  async get(key: string): Promise<string | undefined> {
    const hash = key.slice(key.lastIndexOf(':') + 1);
    return this.operations.manifest.get(hash) ?? this.#registered.get(hash);
  }

  async set(key: string, text: string): Promise<void> {
    if (!this.operations.only) this.#registered.set(key.slice(key.lastIndexOf(':') + 1), text);
  }

  async delete(key: string): Promise<void> {
    this.#registered.delete(key.slice(key.lastIndexOf(':') + 1));
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
