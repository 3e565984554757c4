/** What was typed makes no sense; the message is one line for the person who typed it. */
export class UsageError extends Error {}

/**
 * The arguments of a program as `read` understands them. `--help` prints the usage and ends the process with 0; what cannot be
 * understood (an error of node:util's parseArgs, or a UsageError) ends it with one line and 2.
 */
export function commandLine<Parsed>(usage: string, read: (args: string[]) => Parsed): Parsed {
  const args = process.argv.slice(2);
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (options.includes('--help') || options.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return read(args);
  } catch (error) {
    if (!isUsage(error)) throw error;
    const [line] = error.message.split('\n');
    console.error(`${line?.replace(/\. To specify .*/, '.')} (--help shows the usage)`);
    process.exit(2);
  }
}

/** For programs without arguments. */
export function noArguments(args: readonly string[]): void {
  if (args[0] !== undefined) throw new UsageError(`"${args[0]}" is one argument too many.`);
}

function isUsage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'));
}
