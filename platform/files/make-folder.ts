import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it, one after the other: Node's own recursive form never returns where a file system
 * answers ENOENT to making a folder in one that exists, as /proc does.
 * @throws the file system's error.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    // Another process was faster.
    if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
