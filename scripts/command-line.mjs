// For programs that start before any package is there.

/**
 * `--help` prints the usage and ends the process with 0; an argument that is not one of `known` ends it with one line and 2.
 * @param {string} usage
 * @param {string[]} known
 */
export function commandLine(usage, known = []) {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown === undefined) return;
  console.error(`There is no argument "${unknown}" (--help shows the usage)`);
  process.exit(2);
}
