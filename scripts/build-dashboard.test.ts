import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-dashboard-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('leaves it to the person who starts it whether that is in production, when the dashboard is built first', async () => {
  const { NODE_ENV: _test, ...env } = process.env;
  const text = `
    const { bundle } = await import('./scripts/build-dashboard.mjs');
    await bundle(process.argv[1]);
    console.log('NODE_ENV' in process.env);`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', text, folder],
    { cwd: path.join(__dirname, '..'), env },
  );
  expect(readdirSync(folder)).toContain('index.html');
  expect(stdout).toBe('false\n');
}, 60_000);
