/**
 * Milliseconds to wait before the attempt that follows `failures` of them: anything up to a bound that doubles each time
 * ("full jitter": many that failed together do not come back together).
 * Source: Marc Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 */
export function backOff(failures: number, firstMillis: number, limitMillis: number): number {
  return Math.random() * Math.min(limitMillis, firstMillis * 2 ** Math.min(failures - 1, 30));
}
