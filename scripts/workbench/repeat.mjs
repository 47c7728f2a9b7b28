// Runs the workbench tests again and again, to find those that do not always pass: `node scripts/workbench/repeat.mjs 10 [FILE…]`.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';

const [times = '10', ...files] = process.argv.slice(2);
const app = join(root, 'apps/vscode');
const report = join(app, '.test/workbench.json');
const vitest = join(app, 'node_modules/vitest/vitest.mjs');
let failures = 0;

for (let run = 1; run <= Number(times); run++) {
  rmSync(report, { force: true });
  const begun = performance.now();
  // A run goes on after a failure, so that each tells of all.
  spawnSync(process.execPath, [vitest, 'run', '--config', 'vitest.workbench.config.ts', '--bail', '0', ...files], {
    cwd: app,
    stdio: 'ignore',
  });
  const failed = failedTests();
  if (failed.length > 0) failures++;
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(
    `${run}: ${failed.length === 0 ? 'passed' : 'FAILED'} in ${seconds} s${failed.map((name) => `\n   ${name}`).join('')}`,
  );
}
console.log(`${Number(times) - failures} of ${times} runs passed.`);
process.exitCode = failures === 0 ? 0 : 1;

/** @returns {string[]} */
function failedTests() {
  try {
    const { testResults, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
    if (numTotalTests === 0) return ['no test was run'];
    const all = testResults.flatMap((/** @type {{ assertionResults: unknown[] }} */ { assertionResults }) => assertionResults);
    const names = all
      .filter((/** @type {{ status: string }} */ { status }) => status === 'failed')
      .map((/** @type {{ fullName: string }} */ { fullName }) => fullName);
    const broken = testResults.filter(
      (/** @type {{ status: string, message: string }} */ { status, message }) => status === 'failed' && message,
    );
    return [...names, ...(names.length === 0 ? broken.map((/** @type {{ message: string }} */ { message }) => message) : [])];
  } catch (error) {
    return [`there is no report: ${error}`];
  }
}
