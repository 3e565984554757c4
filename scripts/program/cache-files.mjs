// Files that only save time: whoever finds one missing, foreign or broken goes on without it.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'node_modules/.cache/bodega');

/** Of a text that says all that the file depends on. */
export function cachePath(name, dependsOn) {
  return path.join(folder, `${name}-${createHash('sha256').update(dependsOn).digest('hex').slice(0, 16)}`);
}

export function isCacheWritable() {
  try {
    fs.accessSync(path.join(root, 'node_modules'), fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What was written under this name, whole and unchanged, or undefined. */
export function readCache(file) {
  try {
    const content = fs.readFileSync(file);
    const body = content.subarray(DIGEST_BYTES);
    return digest(body).equals(content.subarray(0, DIGEST_BYTES)) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Appears whole or not at all, by a rename. A checkout that cannot be written to does without. */
export function writeCache(file, body) {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(temporary, Buffer.concat([digest(body), body]), { flag: 'wx' });
    fs.renameSync(temporary, file);
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}

/** Removes what was written under this name for what the file depended on before. */
export function forgetOthers(name, keep) {
  try {
    for (const other of fs.readdirSync(folder).filter((file) => file.startsWith(`${name}-`))) {
      if (!keep.includes(path.join(folder, other))) fs.rmSync(path.join(folder, other), { force: true });
    }
  } catch {
    // There is nothing to forget, or it belongs to somebody else.
  }
}

const DIGEST_BYTES = 20;

/** Against a file that a power cut left half written; not against an attacker, who could change the packages themselves. */
function digest(body) {
  return createHash('sha1').update(body).digest();
}
