/** Nothing was heard within the deadline. Says nothing about whether it took effect. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';

  constructor(what: string, millis: number) {
    super(`${what} did not answer within ${millis} ms`);
  }
}

/**
 * The promise's own outcome, or `DeadlineExceeded` when it is not settled in time. It is not cancelled: what it does
 * afterwards is ignored, a late rejection included.
 */
export async function withDeadline<T>(promise: Promise<T>, millis: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceeded(what, millis)), millis);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
