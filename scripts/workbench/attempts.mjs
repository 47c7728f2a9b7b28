// Runs the workbench tests of the package in whose folder it is called. On an unattended machine (CI) a file of tests that fails has
// a second attempt from its beginning, in a new editor: the steps of a file follow each other, and one that failed half-way leaves
// a window that the same step cannot begin with. What needed it is named at the end of `npm test`; `repeat.mjs` allows none.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * @typedef {{ fullName: string, status: string, failureMessages: string[] }} Test
 * @typedef {{ name: string, status: string, message: string, assertionResults: Test[] }} File
 * @typedef {{ testResults: File[] }} Report
 */

const report = join(process.cwd(), '.test/workbench.json');
let code = run([]);
const first = read();
if (code !== 0 && process.env.CI && first) code = attemptAgain(first);
process.exitCode = code;

/** @param {Report} first */
function attemptAgain(first) {
  const again = first.testResults.filter(isIncomplete).map(({ name }) => relative(process.cwd(), name));
  console.log(`\nA second attempt, from the beginning: ${again.join(', ')}`);
  const code = run(again);
  const second = read();
  writeFileSync(report, JSON.stringify(second ? merged(first, second) : first));
  return second ? code : 1;
}

/** @param {string[]} files */
function run(files) {
  rmSync(report, { force: true });
  const { status } = spawnSync('vitest', ['run', '--config', 'vitest.workbench.config.ts', ...files], { stdio: 'inherit' });
  return status ?? 1;
}

/** @returns {Report | undefined} */
function read() {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}

/** Whether a test of it failed, or was not come to after others had. @param {File} file */
function isIncomplete({ status, assertionResults }) {
  return status !== 'passed' || assertionResults.some((test) => test.status !== 'passed');
}

/**
 * The first report with what the second attempt found instead; a test that passes now keeps how it failed.
 * @param {Report} first @param {Report} second
 */
function merged(first, second) {
  const files = first.testResults.map((file) => {
    const again = second.testResults.find(({ name }) => name === file.name);
    return again ? { ...again, assertionResults: again.assertionResults.map((test) => withFirst(test, file)) } : file;
  });
  const count = (/** @type {string} */ status) =>
    files.flatMap(({ assertionResults }) => assertionResults).filter((test) => test.status === status).length;
  return {
    ...first,
    success: count('failed') === 0,
    testResults: files,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending') + count('skipped'),
  };
}

/** @param {Test} test @param {File} before @returns {Test} */
function withFirst(test, { message, assertionResults }) {
  const twin = assertionResults.find(({ fullName }) => fullName === test.fullName);
  // Of a hook that failed only the file tells.
  const failed = assertionResults.some(({ status }) => status === 'failed') || !message ? twin?.failureMessages : [message];
  return { ...test, failureMessages: [...(failed ?? []), ...test.failureMessages] };
}
