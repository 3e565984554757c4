import { spawnSync } from 'node:child_process';

type ParentSignal = 'INT' | 'TERM' | 'KILL';

let setprivKnowsIt: boolean | undefined;

/**
 * What to put before a command so that the kernel sends it this signal when its parent dies, however that happens: by
 * util-linux's `setpriv` (prctl(2), PR_SET_PDEATHSIG). Empty where there is none: not on Linux, or in a very small image.
 */
export function diesWithParent(signal: ParentSignal): string[] {
  if (process.platform !== 'linux') return [];
  setprivKnowsIt ??= spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { timeout: 5_000 }).status === 0;
  return setprivKnowsIt ? ['setpriv', '--pdeathsig', signal] : [];
}
