import { fulfilled } from '../../../platform/async/combiner';
import { ErrorCode, PublicError } from '../../../platform/graphql/errors';

/**
 * Outcomes of a batch. When it fails, what one member did wrong must not harm the others: each is tried alone. A database
 * that cannot be reached, or is too slow, is everybody's trouble at once.
 */
export async function oneByOneIfTogetherFails<Request, Result>(
  requests: readonly Request[],
  together: (requests: readonly Request[]) => Promise<Result[]>,
): Promise<PromiseSettledResult<Result>[]> {
  try {
    return fulfilled(await together(requests));
  } catch (error) {
    if (requests.length === 1 || isUnavailable(error)) throw error;
  }
  const outcomes: PromiseSettledResult<Result>[] = [];
  for (const request of requests) {
    const [outcome] = await Promise.allSettled([together([request])]);
    outcomes.push(first(outcome));
  }
  return outcomes;
}

/** SERVICE_UNAVAILABLE, as the database's errors leave it. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof PublicError && error.extensions['code'] === ErrorCode.SERVICE_UNAVAILABLE;
}

function first<Result>(outcome: PromiseSettledResult<Result[]>): PromiseSettledResult<Result> {
  if (outcome.status === 'rejected') return outcome;
  const [value] = outcome.value;
  if (value === undefined) return { status: 'rejected', reason: new Error('A batch of one gave no result') };
  return { status: 'fulfilled', value };
}
