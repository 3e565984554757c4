import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const document = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');

describe('docs/security.md', () => {
  it('names tests that exist, and all that stand in tests/security', () => {
    const named = [...document.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file = '']) => file);
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    const here = readdirSync(__dirname).filter(
      (file) => file.endsWith('.test.ts') && file !== path.basename(__filename),
    );
    expect(here.filter((file) => !named.includes(`tests/security/${file}`))).toEqual([]);
  });
});
