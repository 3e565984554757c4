import { HeaderMap } from '@apollo/server';
import type { RequestContext } from '../../platform/context';
import { ErrorCode, PublicError } from '../../platform/graphql/errors';
import { networkOf } from '../../platform/network/addresses';
import type { RateLimits } from './rate-limits';
import type { Usage } from './usage';

export type Client = Pick<RequestContext, 'identity' | 'clientAddress'>;

/** What a client may still spend in this minute, by the scarcest of its limits. */
export interface Budget {
  readonly left: number;
  /** Until it begins anew. */
  readonly resetSeconds: number;
}

/** Limits what people, businesses and addresses spend in a minute. */
export class RateLimiter {
  constructor(
    private readonly limits: RateLimits,
    private readonly usage: Usage,
  ) {}

  /** Null where no limit applies. */
  budget(client: Client): Budget | null {
    const left = this.#left(client);
    return left === Infinity ? null : { left: Math.max(0, left), resetSeconds: this.usage.secondsLeft };
  }

  /** Why this client is answered nothing at all in this minute; null while there is something left. */
  refusal(client: Client): PublicError | null {
    return this.#left(client) > 0 ? null : this.#refuse();
  }

  /**
   * Spends a whole number.
   * @returns the refusal when it is more than what is left: then nothing is spent.
   */
  spend(client: Client, cost: number): PublicError | null {
    if (this.#left(client) < cost) return this.#refuse();
    this.charge(client, cost);
    return null;
  }

  /** For work that was done already. */
  charge(client: Client, cost: number): void {
    for (const [subject] of this.#subjects(client)) this.usage.add(subject, cost);
  }

  #left(client: Client): number {
    return Math.min(
      Infinity,
      ...this.#subjects(client).map(([subject, limit]) => limit - this.usage.of(subject)),
    );
  }

  #subjects({ identity, clientAddress }: Client): (readonly [subject: string, limit: number])[] {
    const { user, business, address } = this.limits;
    const subjects: (readonly [string, number])[] = [];
    if (identity && user > 0) subjects.push([`user:${identity.userId}`, user]);
    if (identity && business > 0) subjects.push([`business:${identity.tenantId}`, business]);
    if (clientAddress !== null && address > 0)
      subjects.push([`address:${networkOf(clientAddress)}`, address]);
    return subjects;
  }

  #refuse(): PublicError {
    const retryAfterSeconds = this.usage.secondsLeft;
    return new PublicError(
      ErrorCode.RATE_LIMITED,
      `Too much was asked for within a minute. Try again in ${retryAfterSeconds} s.`,
      {
        retryAfterSeconds,
        http: { status: 429, headers: new HeaderMap([['retry-after', String(retryAfterSeconds)]]) },
      },
    );
  }
}
