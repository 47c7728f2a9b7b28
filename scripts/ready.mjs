// One command before a change is offered: generate, format, lint, types, build, unused code, package checks, tests.
// `--check` writes nothing and leaves the tests to the caller: what continuous integration runs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const check = process.argv.includes('--check');
const root = join(import.meta.dirname, '..');
const failures = [];

run(check ? 'generated files' : 'generate', 'turbo', ['run', 'generate', ...(check ? ['--', '--check'] : [])]);
run(check ? 'format and lint' : 'format and lint (writing)', 'biome', check ? ['check', '.'] : ['check', '--write', '.']);
run('build', 'turbo', ['run', 'build']);
run('types of sources and tests', 'turbo', ['run', 'types']);
run('unused files, exports and dependencies', 'knip', []);
for (const folder of publishedPackages()) {
  run(`package ${folder}: publint`, 'publint', [folder, '--pack', 'false', '--strict']);
  run(`package ${folder}: types as its users see them`, 'attw', ['--pack', folder, '--profile', 'esm-only', '--quiet']);
}
if (!check) run('tests', process.execPath, [join(root, 'scripts/test.mjs')], { direct: true });

if (failures.length > 0) {
  console.error(`\nNot ready: ${failures.join('; ')}.`);
  process.exit(1);
}
console.log('\nReady.');

function run(name, command, args, { direct = false } = {}) {
  console.log(`\n— ${name}`);
  const result = direct
    ? spawnSync(command, args, { cwd: root, stdio: 'inherit' })
    : spawnSync('pnpm', ['exec', command, ...args], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) failures.push(name);
}

/** The packages that others install: those not marked private. */
function publishedPackages() {
  return readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).private !== true);
}
