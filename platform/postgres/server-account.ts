import fs from 'node:fs';
import { EmbeddedPostgresError } from './postgres-error';

/** The operating system's account that the server runs under. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. For root this is the owner of the cluster, or `postgres`, or `nobody` (initdb needs an
 * account with a name); for an ordinary user null: the server runs as that user.
 * @param cluster data directory of the server, which may not exist yet.
 */
export function serverAccount(cluster: string): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })?.uid;
  const accounts = readAccounts();
  const account =
    accounts.find(({ uid }) => uid !== 0 && uid === owner) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody');
  if (!account)
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root, and there is no account "postgres" or "nobody": start Bodega as an ordinary user.',
    );
  return account;
}

/** Gives a file or folder to the server's account; nothing to do for an ordinary user. */
export function giveTo(account: ServerAccount | null, file: string): void {
  if (account) fs.chownSync(file, account.uid, account.gid);
}

function readAccounts(): ServerAccount[] {
  return fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      // Some systems write nobody's number as -2.
      return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : [];
    });
}
