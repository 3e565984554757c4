// One installation at a time, whoever starts it. Needs nothing but Node.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MILLIS = 500;
/** A process that shows no sign of life for so long does not install any more. */
const SILENCE_MILLIS = 15_000;

/**
 * Does the work when nobody else does it in this folder. Each contender announces itself in a file of its own and withdraws when it sees another alive, so
 * that no order of events lets two in; whoever was killed is known by its silence.
 */
export async function withLock(folder, work) {
  const contenders = path.join(folder, '.installing');
  const own = path.join(contenders, String(process.pid));
  for (let told = false; ;) {
    try {
      fs.mkdirSync(contenders, { recursive: true });
      fs.writeFileSync(own, '');
    } catch (error) {
      if (error.code === 'ENOENT') continue;
      throw new Error(
        `packages are missing, and ${folder} cannot be written to. Run "npm ci" once as its owner, then start again.`,
        { cause: error },
      );
    }
    if (!otherContender(contenders)) break;
    fs.rmSync(own, { force: true });
    if (!told) console.error('bodega: another start installs the packages; waiting for it');
    told = true;
    await sleep(100 + Math.random() * 200);
  }
  const heartbeat = setInterval(() => fs.utimesSync(own, new Date(), new Date()), HEARTBEAT_MILLIS);
  try {
    await work();
  } finally {
    clearInterval(heartbeat);
    fs.rmSync(own, { force: true });
    try {
      fs.rmdirSync(contenders);
    } catch {
      // Somebody else waits in it.
    }
  }
}

function otherContender(contenders) {
  return fs.readdirSync(contenders).some((name) => {
    if (name === String(process.pid)) return false;
    const file = path.join(contenders, name);
    const { mtimeMs } = fs.statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
    if (Date.now() - mtimeMs < SILENCE_MILLIS && isAlive(Number(name))) return true;
    fs.rmSync(file, { force: true });
    return false;
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
