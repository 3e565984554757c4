import { useEffect, useMemo, useEffectEvent } from 'react';

/** Runs at once, then at most once in the interval, the last call included: for asking again after many events. */
export function useThrottled(work: () => void, intervalMillis: number): () => void {
  const run = useEffectEvent(work);
  const state = useMemo(
    () => ({ timer: undefined as ReturnType<typeof setTimeout> | undefined, waiting: false }),
    [],
  );
  useEffect(() => () => clearTimeout(state.timer), [state]);
  return useMemo(() => {
    const tick = (): void => {
      state.timer = undefined;
      if (!state.waiting) return;
      state.waiting = false;
      call();
    };
    const call = (): void => {
      if (state.timer !== undefined) {
        state.waiting = true;
        return;
      }
      run();
      state.timer = setTimeout(tick, intervalMillis);
    };
    return call;
  }, [state, intervalMillis]);
}
