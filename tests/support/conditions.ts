/** Tests for which this machine lacks something are skipped, and their name says what. */
export function describeIf(possible: boolean, name: string, need: string, tests: () => void): void {
  if (possible) describe(name, tests);
  else describe.skip(`${name} [${need}]`, tests);
}

export const isRoot = process.getuid?.() === 0;
