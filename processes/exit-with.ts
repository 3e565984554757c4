import { ListenError } from '../platform/http/listen';
import { ConfigurationError } from '../platform/config/environment';
import { EmbeddedPostgresError } from '../platform/postgres/postgres-error';
import { StartError } from './start-error';

const MENDABLE = [ConfigurationError, ListenError, EmbeddedPostgresError, StartError];

/** Ends a process that could not start: one line for what its user can mend or the system refused, the stack for what only we can. */
export function exitWith(program: string): (error: unknown) => never {
  return (error) => {
    console.error(`${program}: ${explain(error)}`);
    process.exit(1);
  };
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (MENDABLE.some((kind) => error instanceof kind)) return error.message;
  const [firstLine = ''] = error.message.split('\n');
  return isOfTheSystem(error) ? firstLine : (error.stack ?? error.message);
}

/** A file that is missing or may not be read, a program that cannot be started: the message names it. */
function isOfTheSystem(error: Error): boolean {
  return 'syscall' in error || ('code' in error && error.code === 'MODULE_NOT_FOUND');
}
