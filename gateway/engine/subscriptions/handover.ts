import type { FetchContext } from '../source';
import type { HydrationGroup } from './hydration-group';

/**
 * Ends a replay as soon as its subscribers stand at an event that the live group has published too: from there on both
 * have the same events in the same order, so they join it without a gap or a repeat, and the stream of their own closes.
 */
export class Handover {
  #position: unknown;
  readonly #release: () => void;

  /** @param after the position from which the replay begins. */
  constructor(
    private readonly replay: HydrationGroup,
    private readonly live: HydrationGroup,
    after: unknown,
    context: FetchContext,
  ) {
    this.#position = after;
    this.#release = live.await(() => this.#attempt(), context);
  }

  /** @param mark of what the replay has published. */
  published(mark: unknown): void {
    this.#position = mark;
    this.#attempt();
  }

  /** The live group need not go on for the replay any more. */
  stop(): void {
    this.#release();
  }

  #attempt(): void {
    const missed = this.live.publishedBehind(this.#position);
    if (missed) this.replay.moveTo(this.live, missed);
  }
}
