import { ListenError } from '../platform/http/listen';
import { ConfigurationError } from '../platform/config/environment';
import { EmbeddedPostgresError } from '../platform/postgres/postgres-error';

const MENDABLE = [ConfigurationError, ListenError, EmbeddedPostgresError];

/** Ends a process that could not start: one line for what its user can mend, the stack for what only we can. */
export function exitWith(program: string): (error: unknown) => never {
  return (error) => {
    const mendable = MENDABLE.some((kind) => error instanceof kind);
    const message =
      error instanceof Error ? (mendable ? error.message : (error.stack ?? error.message)) : String(error);
    console.error(`${program}: ${message}`);
    process.exit(1);
  };
}
