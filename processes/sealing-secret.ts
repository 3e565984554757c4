import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The secret that seals signing keys and second factors in the embedded database: made on the first start, kept in the data
 * directory beside the database and not in it, readable by its owner alone.
 */
export function sealingSecret(dataDirectory: string): string {
  const file = path.join(dataDirectory, 'sealing-secret');
  mkdirSync(dataDirectory, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
