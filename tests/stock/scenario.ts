import type { StockSystems } from './systems';

/** One line of the table at the end of a run. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** What it has to be; null for a figure that is only told. */
  readonly must: string | null;
  readonly ok: boolean;
}

export interface ScenarioOptions {
  /** Decides on everything that is drawn by lot. */
  readonly seed: number;
  /** As `npm test` runs it, in seconds. */
  readonly short: boolean;
  /** How often the long form repeats itself, where it does; its own number when absent. */
  readonly rounds?: number;
  /** How much is done, of how much. */
  readonly progress: (done: number, of: number) => void;
  /** Running systems, shared by the scenarios of a run. */
  readonly systems: StockSystems;
}

/** Something that is done to the product, and what must be true of it afterwards. */
export interface Scenario {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  run(options: ScenarioOptions): Promise<Figure[]>;
}

const text = (value: number): string => value.toLocaleString('en-US');

export function exactly(what: string, value: number, must: number): Figure {
  return { what, value: text(value), must: text(must), ok: value === must };
}

export function atMost(what: string, value: number, limit: number, unit: string): Figure {
  const [value1, limit1] = [value, limit].map((number) => `${text(number)} ${unit}`);
  return { what, value: value1 ?? '', must: `at most ${limit1 ?? ''}`, ok: value <= limit };
}

export function atLeast(what: string, value: number, limit: number): Figure {
  return { what, value: text(value), must: `at least ${text(limit)}`, ok: value >= limit };
}

/** A figure that nothing depends on. */
export function told(what: string, value: number, unit = ''): Figure {
  return { what, value: `${text(value)} ${unit}`.trim(), must: null, ok: true };
}
