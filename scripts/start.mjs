// Installs what is missing, then becomes the server: one process, so that signals reach it.
import './require-node.mjs';
import './end-with-npm.mjs';

const { ensureInstalled } = await import('./ensure-installed.mjs');
await ensureInstalled();

const { buildDashboard } = await import('./build-dashboard.mjs');
await buildDashboard();

const { runProgram } = await import('./program/run-program.mjs');
await runProgram('processes/embedded.ts');
