import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describeIf } from '../tests/support/conditions';
import { prepareDataDirectory } from './data-directory';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'bodega-data-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('The data directory', () => {
  it('is made with the folders above it, for its owner alone, and may be there already', () => {
    const wanted = path.join(folder, 'a/b/data');
    prepareDataDirectory(wanted);
    expect(statSync(wanted).mode & 0o777).toBe(0o700);
    for (const name of ['postgres', 'redis', 'lost+found']) mkdirSync(path.join(wanted, name));
    prepareDataDirectory(wanted);
  });

  it('is refused when it holds something else, and then left as it is', () => {
    writeFileSync(path.join(folder, 'letter.txt'), '');
    expect(() => prepareDataDirectory(folder)).toThrow(
      `BODEGA_DATA_DIR: must be a folder of its own, and ${folder} holds something else (letter.txt). Name an empty or a new one, e.g. ${folder}/.bodega`,
    );
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('stays what it was when a file was put beside the database', () => {
    mkdirSync(path.join(folder, 'postgres/cluster'), { recursive: true });
    writeFileSync(path.join(folder, 'notes.txt'), '');
    expect(() => prepareDataDirectory(folder)).not.toThrow();
  });

  it('is refused when it is a file', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => prepareDataDirectory(file)).toThrow(/^BODEGA_DATA_DIR: must be a folder .*EEXIST/);
    expect(() => prepareDataDirectory(path.join(file, 'below'))).toThrow(/ENOTDIR|EEXIST/);
  });
});

describeIf(process.platform === 'linux', 'A data directory in /proc', 'needs Linux', () => {
  it('is refused at once', () => {
    expect(() => prepareDataDirectory('/proc/bodega/data')).toThrow(
      /^BODEGA_DATA_DIR: must be a folder .*ENOENT/,
    );
  });
});
