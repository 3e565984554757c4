// Installs what is missing, then becomes the server: one process, so that signals reach it.
import './require-node.mjs';

const { ensureInstalled } = await import('./ensure-installed.mjs');
await ensureInstalled();

const { buildDashboard } = await import('./build-dashboard.mjs');
await buildDashboard();

if (process.env.npm_lifecycle_event) {
  // npm that is killed cannot pass anything on; the server must not outlive it.
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, 'SIGTERM');
  }, 100).unref();
}

const { runProgram } = await import('./program/run-program.mjs');
await runProgram('processes/embedded.ts');
