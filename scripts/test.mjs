// Installs what is missing, runs the tests with Jest, and ends on the plain line "N passed, N failed". Arguments go to Jest.
import './require-node.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { ensureInstalled } = await import('./ensure-installed.mjs');
await ensureInstalled();

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
process.env.NODE_ENV ??= 'test';
const { buildArgv, runCLI } = createRequire(import.meta.url)('jest');
const argv = await buildArgv(process.argv.slice(2));
const { results } = await runCLI(argv, [root]);

if (!argv.testNamePattern) listSkipped(results.testResults);
// A file that does not even load has no failed test in it, and is a failure all the same.
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
const skipped = results.numPendingTests + results.numTodoTests;
console.log(
  `\n${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
// Jest's own verdict: it also knows of thresholds and of runs in which no test was found.
const good = results.success && failed === 0 && results.numTotalTests > 0;
process.exit(good || (argv.passWithNoTests && failed === 0) ? 0 : 1);

function listSkipped(files) {
  const tests = files.flatMap(({ testFilePath, testResults }) =>
    testResults
      .filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status))
      .map(({ fullName }) => `  ${path.relative(root, testFilePath)}: ${fullName}`),
  );
  if (tests.length > 0) console.log(`\nSkipped (the reason in brackets):\n${tests.join('\n')}`);
}
