import { execFileSync } from 'node:child_process';
import path from 'node:path';

const folder = path.join(__dirname, '..');

/** Installs what bench/package.json names beside it, when that is missing or stale. */
export function installPeers(): void {
  const program = path.join(folder, '../scripts/ensure-installed.mjs');
  execFileSync(process.execPath, [program, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
}
