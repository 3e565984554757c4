// Installs what is missing, then becomes the server: one process, so that signals reach it.
import './require-node.mjs';
import './end-with-npm.mjs';
import { commandLine } from './command-line.mjs';

commandLine(`Usage: npm start

  Installs what is missing, then starts Bodega and says where it is and how to log in.
  It is configured by environment variables, e.g. PORT=4100 npm start; README.md lists them.`);

const { ensureInstalled } = await import('./ensure-installed.mjs');
await ensureInstalled();

const { buildDashboard } = await import('./build-dashboard.mjs');
await buildDashboard();

const { runProgram } = await import('./program/run-program.mjs');
await runProgram('processes/embedded.ts');
