// Installs what is missing, then becomes the server: one process, so that signals reach it.
import './require-node.mjs';
import { createRequire } from 'node:module';

const { ensureInstalled } = await import('./ensure-installed.mjs');
await ensureInstalled();

if (process.env.npm_lifecycle_event) {
  // npm that is killed cannot pass anything on; the server must not outlive it.
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, 'SIGTERM');
  }, 100).unref();
}

const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();
require('../processes/embedded.ts');
