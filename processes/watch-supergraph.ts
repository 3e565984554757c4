import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';
import { ConfigurationError } from '../platform/config/environment';
import type { Gateway } from '../gateway/create-gateway';

/** Looked at, not listened to: a file that is replaced, or a link that is turned as Kubernetes does it, is a change too. */
const LOOK_MILLIS = 1_000;

/** @throws ConfigurationError when it cannot be read. */
export function readSupergraph(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new ConfigurationError(`The supergraph cannot be read (${code}): ${file}`);
  }
}

/**
 * Serves the supergraph in a file anew whenever the file changes, and on SIGHUP. One that cannot be served leaves the old one
 * as it is, and says why in the log.
 * @returns how to stop looking.
 */
export function watchSupergraph(file: string, gateway: Pick<Gateway, 'reload'>, log: Logger): () => void {
  let served = readSupergraph(file);
  const look = (): void => {
    let text: string;
    try {
      text = readSupergraph(file);
    } catch (error) {
      return log.error({ err: error }, 'the supergraph stays as it was');
    }
    if (text === served) return;
    const outcome = gateway.reload(text);
    if (!outcome.loaded) return;
    served = text;
    log.info({ file }, 'serving the new supergraph');
  };
  watchFile(file, { interval: LOOK_MILLIS, persistent: false }, look);
  process.on('SIGHUP', look);
  return () => {
    unwatchFile(file, look);
    process.off('SIGHUP', look);
  };
}
