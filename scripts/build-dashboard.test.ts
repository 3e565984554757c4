import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-dashboard-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(env: NodeJS.ProcessEnv): Promise<string> {
  const text = `
    const { bundle } = await import('./scripts/build-dashboard.mjs');
    await bundle(process.argv[1]);
    console.log(process.env.NODE_ENV);`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', text, folder],
    { cwd: path.join(__dirname, '..'), env },
  );
  return stdout.trim();
}

it('leaves it to the person who starts it whether that is in production, when the dashboard is built first', async () => {
  const { NODE_ENV: _test, ...env } = process.env;
  expect(await build(env)).toBe('undefined');
  expect(readdirSync(folder)).toContain('index.html');
}, 60_000);

it('builds what its users get, also for a test', async () => {
  expect(await build({ ...process.env, NODE_ENV: 'test' })).toBe('test');
  const assets = path.join(folder, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(5);
  // React's development build says so much.
  const talking = scripts.filter((name) =>
    readFileSync(path.join(assets, name), 'utf8').includes('being spread into JSX'),
  );
  expect(talking).toEqual([]);
}, 60_000);
