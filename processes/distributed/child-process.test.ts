import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diesWithParent } from '../../platform/process/dies-with-parent';
import { describeIf } from '../../tests/support/conditions';

let folder: string;
let supervisor: ChildProcess;
let childPid: number;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-supervisor-'));
});
afterEach(() => {
  supervisor.kill('SIGKILL');
  if (isAlive(childPid)) process.kill(childPid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A supervisor in a process of its own, whose child says how it ended in the file `end`. */
async function supervise(preload: string[], environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = path.join(folder, 'child.js');
  const end = JSON.stringify(path.join(folder, 'end'));
  writeFileSync(
    child,
    `process.on('SIGTERM', () => { require('fs').writeFileSync(${end}, 'in order'); process.exit(0); });
     setInterval(() => undefined, 1000);
     console.log('it is ready');`,
  );
  const program = path.join(folder, 'supervisor.ts');
  const args = JSON.stringify([...preload.flatMap((module) => ['--require', module]), child]);
  writeFileSync(
    program,
    `import { SupervisedChild } from ${JSON.stringify(path.join(__dirname, 'child-process'))};
     const command = { name: 'child', command: process.execPath, args: ${args}, environment: process.env, ready: /ready/ };
     const child = new SupervisedChild(command, console as never);
     void child.start().then(() => console.log('pid', child.pid));`,
  );
  supervisor = spawn(process.execPath, ['--require', 'tsx/cjs', program], {
    cwd: path.join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  supervisor.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  while (!/pid \d+/.test(output)) {
    if (supervisor.exitCode !== null) throw new Error(output);
    await sleep(20);
  }
  childPid = Number(/pid (\d+)/.exec(output)?.[1]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

async function killSupervisor(): Promise<string> {
  supervisor.kill('SIGKILL');
  await once(supervisor, 'exit');
  // There is no event for the end of a process that is not our child.
  while (isAlive(childPid)) await sleep(20);
  return readFileSync(path.join(folder, 'end'), 'utf8');
}

describeIf(
  diesWithParent('TERM').length > 0,
  'A child of a supervisor that is killed with -9',
  'needs Linux and setpriv',
  () => {
    it('is told by the kernel, and ends in order', async () => {
      await supervise([]);
      expect(isAlive(childPid)).toBe(true);
      expect(await killSupervisor()).toBe('in order');
    });
  },
);

describeIf(process.platform === 'linux', 'A child that watches its parent', 'needs /proc', () => {
  it('ends in order although the kernel does not tell it', async () => {
    // Without a PATH there is no setpriv.
    await supervise(['tsx/cjs', path.join(__dirname, 'watch-parent.ts')], { PATH: '' });
    expect(isAlive(childPid)).toBe(true);
    expect(await killSupervisor()).toBe('in order');
  });
});
