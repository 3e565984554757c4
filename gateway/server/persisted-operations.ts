import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Kind, print, visit, type DocumentNode, type FieldNode } from 'graphql';
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
 * The same operations as clients print them who send texts: as they stand, and with the `__typename` that Apollo Client adds to
 * each selection. Fragments alone are left out.
 */
export function printedForms(documents: Iterable<DocumentNode>): Manifest {
  const operations = [...documents].filter(({ definitions }) =>
    definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION),
  );
  const texts = operations.flatMap((document) => [print(document), print(withTypenames(document))]);
  return new Map(texts.map((text) => [sha256(text), text]));
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      const known = node.selections.some(
        (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
      );
      return known ? undefined : { ...node, selections: [...node.selections, TYPENAME] };
    },
  });
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
