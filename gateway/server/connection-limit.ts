import type { Identity } from '../../platform/identity/identity';

/** Connections that carry subscriptions, of whatever kind, that one person may have open at once in this process. */
export const MAX_CONNECTIONS_PER_USER = 20;

/** Counts the open connections of each person. */
export class ConnectionLimit {
  readonly #open = new Map<string, number>();

  /** Counts one in; the result counts it out again, once. Null when there are as many as may be. */
  enter({ tenantId, userId }: Identity): (() => void) | null {
    const key = `${tenantId} ${userId}`;
    const open = this.#open.get(key) ?? 0;
    if (open >= MAX_CONNECTIONS_PER_USER) return null;
    this.#open.set(key, open + 1);
    let entered = true;
    return () => {
      if (!entered) return;
      entered = false;
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
    };
  }
}
