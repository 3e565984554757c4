import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { BROKEN_BUILDS } from './broken-build';

const ROOT = path.join(__dirname, '../../..');

/** What the proof prints of a build, and how it ends. */
async function prove(...args: string[]): Promise<{ code: number | null; printed: string }> {
  const command = [
    'scripts/run.mjs',
    'tests/stock/verify.ts',
    '--short',
    '--embedded',
    '--seed',
    '1',
    ...args,
  ];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed };
}

/** What each mistake makes untrue. */
const UNTRUE: Record<string, RegExp> = {
  'read-modify-write': /✗ the ledger adds up to what is on hand/,
  'no-dedupe': /✗ of 12 keys sent 40 times at once: with one effect/,
  'relay-by-id': /✗ every event of the outbox reached the bus, in order/,
  'compensation-twice': /✗ sequences that went otherwise than in the model/,
};

describe('The proof fails', () => {
  it.each(BROKEN_BUILDS)(
    'when $mistake',
    async ({ name, caughtBy }) => {
      const { code, printed } = await prove('--broken', name, '--only', caughtBy);
      expect(printed).toMatch(UNTRUE[name] ?? /no such mistake/);
      expect(code).toBe(1);
    },
    120_000,
  );

  it('on arguments that it does not know', async () => {
    expect(await prove('--broken', 'nothing')).toEqual({
      code: 2,
      printed: expect.stringContaining('--broken must be one of read-modify-write, no-dedupe'),
    });
    expect(await prove('--only', 'nothing')).toEqual({
      code: 1,
      printed: expect.stringContaining('--only must be one of model, refusals'),
    });
  });
});
