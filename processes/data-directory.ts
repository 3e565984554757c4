import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '../platform/config/environment';
import { makeFolder } from '../platform/files/make-folder';

/** What a Bodega keeps there; a folder with anything else in it was not made by one. */
const OURS = ['postgres', 'redis', 'sealing-secret', 'demo-business'];
/** What operating systems leave in folders. */
const NOBODYS = ['lost+found', '.DS_Store'];

/**
 * Makes the data directory, readable by its owner alone, where there is none.
 * @throws ConfigurationError when it cannot be made or read, or holds somebody else's files.
 */
export function prepareDataDirectory(folder: string): void {
  let names: string[];
  try {
    makeFolder(folder, 0o700);
    names = readdirSync(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(
      `BODEGA_DATA_DIR: must be a folder that can be made and written to, and ${folder} cannot (${reason})`,
    );
  }
  const foreign = names.find((name) => ![...OURS, ...NOBODYS].includes(name));
  if (foreign === undefined || hasCluster(folder)) return;
  throw new ConfigurationError(
    `BODEGA_DATA_DIR: must be a folder of its own, and ${folder} holds something else (${foreign}). Name an empty or a new one, e.g. ${path.join(folder, '.bodega')}`,
  );
}

/** Whatever was put beside a database that is there already, it goes on. */
function hasCluster(folder: string): boolean {
  try {
    return readdirSync(path.join(folder, 'postgres')).includes('cluster');
  } catch {
    return false;
  }
}
