import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../platform/files/make-folder';

/**
 * The secret that seals signing keys and second factors in the embedded database: made on the first start, kept in the data
 * directory beside the database and not in it, readable by its owner alone.
 */
export function sealingSecret(dataDirectory: string): string {
  const file = path.join(dataDirectory, 'sealing-secret');
  makeFolder(dataDirectory, 0o700);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
