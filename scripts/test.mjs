// `npm test`: every test of the repository, those in a real VS Code and a real browser too where a Chromium is found.
// The closing line sums up the reports that vitest has written: `N passed, N failed, N skipped`.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bootstrap, execute, fail, root } from './bootstrap.mjs';
import { findChromium } from './workbench/chromium.mjs';
import { ensureCodeServer } from './workbench/codeServer.mjs';
import { codeServerFolder, webWorkbenchFolder } from './workbench/folders.mjs';
import { ensureWebWorkbench } from './workbench/webWorkbench.mjs';

if (process.argv.length > 2) fail("usage: npm test\nTo run one package's tests: pnpm --filter NAME test");

const env = bootstrap();
const expected = reports();
for (const report of expected) rmSync(join(root, report), { force: true });

const packages = await execute(env, [
  'turbo',
  'run',
  'test',
  'test:repository',
  '--continue',
  '--concurrency=100%',
  '--output-logs=new-only',
]);
const workbench = await runWorkbench();
process.exit(conclude(packages === 0 && workbench === 0));

/** In a run of its own, one after the other: a real VS Code on a busy machine would be slow for the wrong reason. */
async function runWorkbench() {
  const chromium = findChromium();
  if (chromium === undefined) {
    console.log('\nNo Chromium found (set CHROMIUM to its path): the tests in a real VS Code and of the playground are skipped.');
  } else {
    console.log(`\nTests in a real VS Code, with ${chromium}; the first time fetches VS Code from npm.`);
    ensureCodeServer(codeServerFolder);
    ensureWebWorkbench(webWorkbenchFolder);
  }
  const tasks = ['turbo', 'run', 'test:workbench', '--concurrency=1', '--continue', '--output-logs=new-only'];
  return await execute({ ...env, CHROMIUM: chromium ?? '' }, tasks);
}

/** The reports that must be there in the end: a test run that wrote none is a failure, not an absence. */
function reports() {
  const folders = ['packages', 'apps'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`));
  const found = existsSync(join(root, 'vitest.config.ts')) ? ['.test/report.json'] : [];
  for (const folder of folders) {
    const manifest = join(root, folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { scripts = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (scripts.test) found.push(`${folder}/.test/report.json`);
    if (scripts['test:workbench']) found.push(`${folder}/.test/workbench.json`);
  }
  return found;
}

/** Prints the sum, last and on a line of its own. @param {boolean} wentWell */
function conclude(wentWell) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const path of expected) {
    if (!existsSync(join(root, path))) {
      console.error(`${path} was not written.`);
      sum.failed++;
      continue;
    }
    const report = JSON.parse(readFileSync(join(root, path), 'utf8'));
    sum.passed += report.numPassedTests;
    sum.skipped += report.numPendingTests + report.numTodoTests;
    sum.failed += report.numFailedTests + brokenFiles(report.testResults);
    tellFailures(report.testResults);
    tellSecondAttempts(report.testResults);
  }
  if (!wentWell && sum.failed === 0) console.error('A task failed outside of the tests: see above.');
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  return wentWell && sum.failed === 0 ? 0 : 1;
}

/**
 * Said once more at the end: of a long log often only the end is kept.
 * @param {{ name: string, status: string, message: string, assertionResults: FailedTest[] }[]} files
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} FailedTest
 */
function tellFailures(files) {
  for (const { name, status, message, assertionResults } of files) {
    if (status !== 'failed') continue;
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) console.error(`FAILED ${relative(root, name)}\n${message}`);
    for (const test of failed) {
      console.error(`FAILED ${relative(root, name)} > ${test.fullName}\n${test.failureMessages.join('\n').slice(0, 3000)}`);
    }
  }
}

/**
 * Tests that passed, but not at once: they count as passed, and are to be mended.
 * @param {{ name: string, assertionResults: FailedTest[] }[]} files
 */
function tellSecondAttempts(files) {
  for (const { name, assertionResults } of files) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status !== 'passed' || failureMessages.length === 0) continue;
      console.error(
        `PASSED AT THE SECOND ATTEMPT ${relative(root, name)} > ${fullName}\n${failureMessages.join('\n').slice(0, 3000)}`,
      );
    }
  }
}

/**
 * Files that failed before a test of theirs ran (a syntax error, a failing hook): vitest counts no test for them.
 * @param {{ status: string, assertionResults: { status: string }[] }[]} files
 */
function brokenFiles(files) {
  return files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
}
