/** One measurement. It starts what it needs, on free ports and in temporary folders, and leaves nothing behind. */
export interface Scenario {
  readonly title: string;
  /** Prints its table on standard output; what it is doing meanwhile goes to `progress`. */
  run(progress: (text: string) => void): Promise<void>;
}
