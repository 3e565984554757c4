/** Bounds of one operation; beyond any of them it is refused before a subgraph is called. */
export interface Limits {
  /** Fields nested in one another. */
  readonly depth: number;
  /** Aliased fields, those of fragments counted at each use. */
  readonly aliases: number;
  /** Directives applied, those of fragments counted at each use. */
  readonly directives: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Objects that the operation may touch at most, by `@cost` and `@listSize`. */
  readonly cost: number;
}

export const DEFAULT_LIMITS: Limits = { depth: 12, aliases: 15, directives: 5, tokens: 1_000, cost: 10_000 };

/** Selections that are looked at before an operation counts as too complex, whatever it asks for. */
export const MAX_VISITED = 10_000;
