/** Cost that may be spent in one minute, in the units of an operation's cost; 0 for no limit. */
export interface RateLimits {
  /** By one person, in all their sessions and with all their API keys. */
  readonly user: number;
  /** By all of one business. */
  readonly business: number;
  /** From one address, by whoever is there; of IPv6 from one network of 64 bits. */
  readonly address: number;
}

export const DEFAULT_RATE_LIMITS: RateLimits = { user: 120_000, business: 600_000, address: 600_000 };
