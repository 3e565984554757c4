import { existsSync } from 'node:fs';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** Debian's, Ubuntu's or Google's, where there is one. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => existsSync(file),
);

// The network is not there, and Chromium must not look for it.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

/** The dashboard as the sources say; nothing is done where it is built already. */
export async function builtDashboard(): Promise<void> {
  const script = path.join(__dirname, '../../scripts/build-dashboard.mjs');
  await promisify(execFile)(process.execPath, [script]);
}
