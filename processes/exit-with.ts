import { ListenError } from '../gateway/server/listen';
import { ConfigurationError } from '../platform/config/environment';

/** Ends a process that could not start: one line for what its user can mend, the stack for what only we can. */
export function exitWith(program: string): (error: unknown) => never {
  return (error) => {
    const mendable = error instanceof ConfigurationError || error instanceof ListenError;
    const message =
      error instanceof Error ? (mendable ? error.message : (error.stack ?? error.message)) : String(error);
    console.error(`${program}: ${message}`);
    process.exit(1);
  };
}
