import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

// Each runs npm several times.
jest.setTimeout(60_000);

let folder: string;

// A project whose only dependency is a file beside it, so that no registry is needed.
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bodega-install-'));
  fs.mkdirSync(path.join(folder, 'scripts'));
  for (const script of ['ensure-installed.mjs', 'install-lock.mjs'])
    fs.copyFileSync(path.join(__dirname, script), path.join(folder, 'scripts', script));
  lock('1.0.0');
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Writes a lockfile that asks for this version of the dependency. */
function lock(version: string): void {
  const source = path.join(folder, 'source');
  fs.mkdirSync(source, { recursive: true });
  fs.writeFileSync(path.join(source, 'package.json'), JSON.stringify({ name: 'dependency', version }));
  npm('pack', './source');
  const dependencies = { dependency: `file:dependency-${version}.tgz` };
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'project', version: '1.0.0', dependencies }),
  );
  npm('install', '--package-lock-only');
}

function npm(...args: string[]): void {
  execFileSync('npm', [...args, '--offline', '--silent'], { cwd: folder });
}

async function run(environment: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['scripts/ensure-installed.mjs'], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

function installedVersion(): unknown {
  return JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', 'dependency', 'package.json'), 'utf8'))
    .version;
}

test('installs what is missing, and then says and does nothing', async () => {
  expect(await run()).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^bodega: installing 1 packages .*\n.*installed in \d+ s\n$/),
  });
  expect(installedVersion()).toBe('1.0.0');
  expect(await run()).toEqual({ code: 0, said: '' });
  expect(fs.readdirSync(folder)).not.toContain('.installing');
});

test('installs again when the lockfile has changed, or Node has', async () => {
  await run();
  lock('2.0.0');
  expect((await run()).said).toContain('installing');
  expect(installedVersion()).toBe('2.0.0');
  const marker = path.join(folder, 'node_modules', '.bodega-install.json');
  fs.writeFileSync(marker, fs.readFileSync(marker, 'utf8').replace(/abi\d+/, 'abi1'));
  expect((await run()).said).toContain('installing');
});

test('takes over what somebody installed by hand', async () => {
  npm('ci');
  expect(await run()).toEqual({ code: 0, said: '' });
});

test('installs once when two start at the same time', async () => {
  const outcomes = await Promise.all([run(), run(), run()]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(outcomes.filter(({ said }) => said.includes('bodega: installing'))).toHaveLength(1);
});

test('goes on after an installation that was killed', async () => {
  fs.mkdirSync(path.join(folder, '.installing'));
  fs.writeFileSync(path.join(folder, '.installing', '999999999'), '');
  fs.mkdirSync(path.join(folder, 'node_modules', 'half'), { recursive: true });
  expect((await run()).code).toBe(0);
  expect(installedVersion()).toBe('1.0.0');
});

test('works where the home folder cannot be written to', async () => {
  const file = path.join(folder, 'package.json');
  // A file is no folder to write into, not even for root.
  expect(
    (await run({ HOME: file, npm_config_cache: undefined, npm_config_userconfig: undefined })).code,
  ).toBe(0);
  expect(installedVersion()).toBe('1.0.0');
});

test('stops within seconds what npm has started, and says so', async () => {
  // Of an installation that goes on whatever it is told.
  const marker = path.join(folder, 'pid');
  const stubborn = `process.on('SIGINT', () => undefined); fs.writeFileSync(${JSON.stringify(marker)}, String(process.pid)); setInterval(() => undefined, 1000);`;
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(folder, 'stubborn.js'), `const fs = require('fs'); ${stubborn}`);
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...manifest, scripts: { postinstall: 'node stubborn.js' } }),
  );
  const child = spawn(process.execPath, ['scripts/ensure-installed.mjs'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!fs.existsSync(marker) || fs.readFileSync(marker, 'utf8') === '') await setImmediate();
  const pid = Number(fs.readFileSync(marker, 'utf8'));
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said.trimEnd().split('\n').slice(1)).toEqual([
    'bodega: stopping the installation',
    'bodega: the installation was interrupted (SIGINT); start again to repeat it',
  ]);
  expect(isRunning(pid)).toBe(false);
  expect(fs.existsSync(path.join(folder, '.installing'))).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    return !fs.readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

test('says in one line that the registry cannot be reached, and leaves no lock', async () => {
  const lockfile = path.join(folder, 'package-lock.json');
  fs.writeFileSync(
    lockfile,
    fs
      .readFileSync(lockfile, 'utf8')
      .replaceAll('file:dependency-1.0.0.tgz', 'http://127.0.0.1:9/dependency.tgz'),
  );
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({
      name: 'project',
      version: '1.0.0',
      dependencies: { dependency: 'http://127.0.0.1:9/dependency.tgz' },
    }),
  );
  const { code, said } = await run({ npm_config_cache: path.join(folder, 'cache') });
  expect(code).toBe(1);
  expect(said.trimEnd().split('\n').slice(1)).toEqual([
    'bodega: the npm registry cannot be reached, and packages are missing. Check the network (and npm\'s "registry" and "proxy" settings), then start again.',
  ]);
  expect(fs.existsSync(path.join(folder, '.installing'))).toBe(false);
});
