import type { Logger } from 'pino';
import type { Identity } from '../../platform/identity/identity';

/** Together with the API keys' cache this keeps "refused everywhere within 5 s". */
const POLL_MILLIS = 2_000;

/**
 * Sessions, users and API keys whose access ended while their credentials may still live. Entries: `session:<id>`,
 * `apikey:<id>`, `user:<id>`, and `user:<id>@<epoch seconds>` for what was issued before that instant. While the list
 * cannot be fetched the last one holds: access tokens end by themselves within minutes.
 */
export class RevocationList {
  #entries: ReadonlySet<string> = new Set();
  #usersBefore: ReadonlyMap<string, number> = new Map();
  readonly #listeners = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly fetch: () => Promise<readonly string[]>,
    private readonly log: Logger,
    private readonly pollMillis = POLL_MILLIS,
  ) {}

  /** Resolves after the first attempt; polls from then on. */
  async start(): Promise<void> {
    await this.#poll();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** By person, epoch milliseconds: what they were allowed to before is no longer what they may do. Replaced, never changed. */
  get rightsChangedAt(): ReadonlyMap<string, number> {
    return this.#usersBefore;
  }

  /** @param issuedAt epoch milliseconds, as in `Authentication`. */
  has({ sessionId, userId, apiKeyId }: Identity, issuedAt: number): boolean {
    if (sessionId !== undefined && this.#entries.has(`session:${sessionId}`)) return true;
    if (apiKeyId !== undefined && this.#entries.has(`apikey:${apiKeyId}`)) return true;
    if (this.#entries.has(`user:${userId}`)) return true;
    const before = this.#usersBefore.get(userId);
    return before !== undefined && issuedAt < before;
  }

  async #poll(): Promise<void> {
    try {
      this.#replace(await this.fetch());
    } catch (error) {
      this.log.warn({ err: error }, 'the revocations cannot be fetched; the last known ones hold');
    }
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#poll(), this.pollMillis);
    this.#timer.unref();
  }

  #replace(entries: readonly string[]): void {
    if (entries.length === this.#entries.size && entries.every((entry) => this.#entries.has(entry))) return;
    this.#entries = new Set(entries);
    const usersBefore = new Map<string, number>();
    for (const entry of entries) {
      const [, userId, seconds] = /^user:([^@]+)@(\d+)$/.exec(entry) ?? [];
      if (userId === undefined || seconds === undefined) continue;
      usersBefore.set(userId, Math.max(Number(seconds) * 1000, usersBefore.get(userId) ?? 0));
    }
    this.#usersBefore = usersBefore;
    for (const listener of this.#listeners) listener();
  }
}
