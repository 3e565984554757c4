import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startTestBodega, type TestBodega } from './support/test-bodega';

const ROOT = path.join(__dirname, '..');
const run = promisify(execFile);

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of the README's tour, in order. */
function tour(): Block[] {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [, section = ''] = /## A tour in five minutes\n([\s\S]*?)\n## /.exec(readme) ?? [];
  return [...section.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

let bodega: TestBodega;
let environment: NodeJS.ProcessEnv;
let watcher: ChildProcess | undefined;

beforeAll(async () => {
  bodega = await startTestBodega({ BODEGA_DEMO: '1' });
  environment = { ...process.env, PORT: new URL(bodega.url).port, NO_COLOR: '1' };
}, 60_000);
afterAll(async () => {
  if (watcher?.pid !== undefined && watcher.exitCode === null) {
    process.kill(-watcher.pid);
    await once(watcher, 'close');
  }
  await bodega?.stop();
});

/** Runs a block as the reader's terminal would, which keeps its variables; answers what it printed. */
async function type(text: string): Promise<string> {
  const { stdout } = await run('bash', ['-ec', `${text}\nprintf '\\0'; env -0`], {
    cwd: ROOT,
    env: environment,
  });
  const [printed = '', ...variables] = stdout.split('\0');
  environment = Object.fromEntries(
    variables
      .filter(Boolean)
      .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
  return printed.trim();
}

/** Starts the README's third terminal; resolves when it waits for alerts. */
async function watch(command: string): Promise<AsyncIterator<string>> {
  const child = spawn('bash', ['-c', command], {
    cwd: ROOT,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  watcher = child;
  const lines = linesOf(child);
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error('The watch ended');
    if (value.includes('Waiting for stock alerts')) return lines;
  }
}

async function* linesOf({ stdout }: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of (stdout ?? []) as AsyncIterable<Buffer>) {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
}

/** "…" in the README stands for anything. */
function matches(printed: string, expected: string): boolean {
  const pattern = expected
    .trim()
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^"]*');
  return new RegExp(`^${pattern}`).test(printed);
}

it('the README’s tour works as printed', async () => {
  const blocks = tour();
  expect(blocks.map(({ language }) => language)).toEqual([
    'sh',
    'sh',
    'json',
    'sh',
    'json',
    '',
    'sh',
    'json',
    'alert',
    'sh',
    'json',
  ]);
  let printed = '';
  let alerts: AsyncIterator<string> | undefined;
  for (const { language, text } of blocks) {
    if (language === 'sh') printed = await settled(text, blocks);
    else if (language === '') alerts = await watch(text);
    else if (language === 'json')
      expect({ printed, asInReadme: matches(printed, text) }).toEqual({ printed, asInReadme: true });
    else {
      const { value } = (await alerts?.next()) ?? { value: undefined };
      expect({ value: value as unknown, asInReadme: matches(String(value), text) }).toEqual({
        value: value as unknown,
        asInReadme: true,
      });
    }
  }
}, 120_000);

/** The page is written in the background: the reader takes a moment to read, which a test does not. */
async function settled(command: string, blocks: readonly Block[]): Promise<string> {
  const expected = blocks[blocks.findIndex(({ text }) => text === command) + 1];
  for (let attempt = 1; ; attempt++) {
    const printed = await type(command);
    const asked = command.includes('query (') && expected?.language === 'json';
    if (!asked || attempt === 20 || matches(printed, expected.text)) return printed;
  }
}
