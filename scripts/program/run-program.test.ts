import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
let folder: string;

// A repository with a program of two files and two packages.
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-program-'));
  cpSync(__dirname, path.join(folder, 'scripts/program'), { recursive: true });
  for (const script of ['ensure-installed.mjs', 'install-lock.mjs'])
    cpSync(path.join(__dirname, '..', script), path.join(folder, 'scripts', script));
  write('package-lock.json', '{}');
  write('tsconfig.json', '{}');
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(
    path.dirname(require.resolve('esbuild/package.json')),
    path.join(folder, 'node_modules/esbuild'),
  );
  write('node_modules/one/index.js', "exports.value = 'one';");
  write('node_modules/two/index.js', "exports.value = 'two';");
  write('processes/embedded.ts', "import { text } from './parts/part';\nconsole.log(text);\n");
  write('processes/parts/part.ts', "import { value } from 'one';\nexport const text: string = value;\n");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

async function node(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: folder });
  return stdout.trim();
}

function runProgram(): Promise<string> {
  const script =
    "import('./scripts/program/run-program.mjs').then((m) => m.runProgram('processes/embedded.ts'))";
  return node('--eval', script);
}

function bundlePackages(): Promise<string> {
  return node('scripts/program/bundle-packages.mjs');
}

function cached(): string[] {
  return readdirSync(path.join(folder, 'node_modules/.cache/bodega'));
}

test('runs the sources as they are now, whatever was compiled before', async () => {
  expect(await runProgram()).toBe('one');
  expect(await runProgram()).toBe('one');
  expect(cached()).toHaveLength(1);
  write('processes/parts/part.ts', "export const text = 'changed';\n");
  expect(await runProgram()).toBe('changed');
  expect(cached()).toHaveLength(1);
});

test('leaves each file its folder, and names its lines in stacks', async () => {
  write(
    'processes/parts/part.ts',
    "export const text = __dirname + '\\n' + __filename + '\\n' + new Error('here').stack;\n",
  );
  const [directory, file, , line] = (await runProgram()).split('\n');
  expect(directory).toBe(path.join(folder, 'processes/parts'));
  expect(file).toBe(path.join(folder, 'processes/parts/part.ts'));
  expect(line).toContain(`${path.join(folder, 'processes/parts/part.ts')}:1:`);
});

test('takes packages from their bundle, but all from node_modules when one of them is not in it', async () => {
  await bundlePackages();
  write('node_modules/one/index.js', "exports.value = 'one from node_modules';");
  expect(await runProgram()).toBe('one');
  write(
    'processes/parts/part.ts',
    "import { value } from 'one';\nimport { value as other } from 'two';\nexport const text = value + ', ' + other;\n",
  );
  expect(await runProgram()).toBe('one from node_modules, two');
  await bundlePackages();
  write('node_modules/two/index.js', "exports.value = 'two from node_modules';");
  expect(await runProgram()).toBe('one from node_modules, two');
});

test('forgets the bundle when the lockfile changes, and goes on without one that is damaged', async () => {
  await bundlePackages();
  write('node_modules/one/index.js', "exports.value = 'new';");
  write('package-lock.json', '{"changed": true}');
  expect(await runProgram()).toBe('new');
  await bundlePackages();
  write('node_modules/one/index.js', "exports.value = 'newer';");
  expect(await runProgram()).toBe('new');
  for (const file of cached()) truncateSync(path.join(folder, 'node_modules/.cache/bodega', file), 30);
  expect(await runProgram()).toBe('newer');
});

test('never fails an installation', async () => {
  write('processes/embedded.ts', "import 'nowhere';\n");
  await expect(bundlePackages()).resolves.toBe('');
});
