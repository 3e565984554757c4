import { useEffect, useEffectEvent, useMemo, useRef } from 'react';

interface Refreshed {
  /** Whether an answer is on its way. */
  readonly loading: boolean;
  refetch(): Promise<unknown>;
}

/**
 * Asks a query again when something has happened: at once, then at most once in the interval. What happens while an answer is
 * on its way may not be in it, so it is asked for once more afterwards.
 */
export function useRefresh({ loading, refetch }: Refreshed, intervalMillis: number): () => void {
  const waiting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isLoading = useRef(loading);
  const ask = useEffectEvent(() => void refetch().catch(() => undefined));

  const refresh = useMemo(() => {
    const call = (): void => {
      if (timer.current !== undefined || isLoading.current) {
        waiting.current = true;
        return;
      }
      waiting.current = false;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        if (waiting.current) call();
      }, intervalMillis);
      ask();
    };
    return call;
  }, [intervalMillis]);

  useEffect(() => {
    isLoading.current = loading;
    if (!loading && waiting.current) refresh();
  }, [loading, refresh]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return refresh;
}
