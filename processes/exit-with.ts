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
  if ('syscall' in error) return error.message;
  const [firstLine] = error.message.split('\n');
  if ('code' in error && error.code === 'MODULE_NOT_FOUND') return `${firstLine}${askedBy(error)}`;
  return error.stack ?? error.message;
}

/** A file of the program is missing; what asked for it is the other half of the address. */
function askedBy(error: Error): string {
  const by: unknown =
    'requireStack' in error && Array.isArray(error.requireStack) ? error.requireStack[0] : null;
  return typeof by === 'string' ? `, which ${by} needs` : '';
}
