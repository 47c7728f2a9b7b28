/**
 * Reads every Python file of large collections, whole and damaged, and prints what that costs on top of parsing.
 *
 *   pnpm robustness [--edits=N] [--seed=N] [DIRECTORY…]
 *
 * Without directories: PyTorch, scikit-learn and CPython's own tests, as far as `python3` (or $PYTHON) finds them. On Debian:
 * `apt install python3-torch python3-sklearn libpython3-testsuite`. With edits, each file is also read N times with pieces cut out, doubled
 * or moved at random. A throw, or a fault that the interpreter caught itself, makes the script fail; its file and seed are printed.
 * Times are processor time: other work on the machine does not count.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { createChecker } from '@softlens/analysis';
import { createParser } from '@softlens/syntax';
import { edited, randomNumbers } from './damage.mjs';

const require = createRequire(createRequire(import.meta.url).resolve('@softlens/syntax'));
const wasm = (name) => readFileSync(require.resolve(name));
const grammar = wasm('@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm');
const failures = [];
const parser = await createParser({
  runtime: wasm('web-tree-sitter/web-tree-sitter.wasm'),
  grammar: async () => grammar,
  onError: (error) => failures.push(`parser: ${error}`),
});
await parser.load('python');
const bare = await bareParser();

const options = process.argv.slice(2);
const numberOf = (name, fallback) =>
  Number(options.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback);
const edits = numberOf('edits', 0);
const seed = numberOf('seed', Date.now() % 1_000_000);
// The package manager starts this in the package's folder.
const given = options.filter((one) => !one.startsWith('--')).map((one) => resolve(process.env.INIT_CWD ?? '.', one));
const folders = given.length > 0 ? given : installedPackages(['torch', 'sklearn', 'test']);
if (folders.length === 0) throw new Error('No directory given, and python3 finds none of torch, sklearn and test.');

for (const folder of folders) readAll(folder);
console.log(`memory at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`);
for (const failure of failures) console.log(`FAILED ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** The parser alone, for the ratio. */
async function bareParser() {
  const { Language, Parser } = require('web-tree-sitter');
  await Parser.init();
  const alone = new Parser();
  alone.setLanguage(await Language.load(grammar));
  return alone;
}

function installedPackages(names) {
  const program = `
import importlib.util
for name in ${JSON.stringify(names)}:
    spec = importlib.util.find_spec(name)
    if spec is not None and spec.submodule_search_locations:
        print(list(spec.submodule_search_locations)[0])
`;
  try {
    return execFileSync(process.env.PYTHON ?? 'python3', ['-c', program], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}

function readAll(folder) {
  const files = pythonFiles(folder).map((path) => relative(folder, path));
  const texts = new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const size = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  const alone = [];
  for (const text of texts.values()) timed(alone, () => bare.parse(text).delete());
  const lowered = [];
  const documents = new Map();
  for (const [path, text] of texts)
    documents.set(
      path,
      documentOf(path, text, () => timed(lowered, () => parser.parse(text, 'python'))),
    );
  const project = {
    importRoots: [],
    immutable: true,
    exists: (path) => documents.has(path),
    module: (path) => documents.get(path),
  };
  const analysed = [];
  const slow = [];
  let limited = 0;
  const checker = checkerOf();
  for (const path of files) {
    const analysis = attempt(`${join(folder, path)}`, () => timed(analysed, () => checker.analyze(project, path)));
    if (analysis?.trace.some((line) => line.startsWith('budget'))) limited++;
    slow.push([analysed.at(-1), path]);
  }
  print(folder, { files: files.length, size, alone, lowered, analysed, limited, slow });
  if (edits > 0) readDamaged(folder, project, texts);
}

function readDamaged(folder, project, texts) {
  const times = [];
  const parsing = [];
  const checker = checkerOf();
  for (const [path, text] of texts) {
    for (let i = 0; i < edits; i++) {
      const own = seed + i;
      const random = randomNumbers(own);
      let damaged = text;
      for (let turn = 1 + Math.floor(random() * 4); turn > 0; turn--) damaged = edited(damaged, random);
      attempt(`${join(folder, path)} with --seed=${own}`, () => {
        const document = documentOf(path, damaged, () => timed(parsing, () => parser.parse(damaged, 'python')));
        const own = { ...project, immutable: undefined, module: (asked) => (asked === path ? document : project.module(asked)) };
        timed(times, () => checker.analyze(own, path));
      });
    }
  }
  console.log(
    `  damaged ${edits} times each, seeds ${seed} to ${seed + edits - 1}: parse and lower ${summary(parsing)}; analysis ${summary(times)}`,
  );
}

function checkerOf() {
  return createChecker({ rethrow: true, parseExpression: (text, language) => parser.parse(text, language) });
}

function documentOf(path, text, parse) {
  return { path, language: 'python', text, module: parse(), version: '1' };
}

/** What is thrown, and what the interpreter noted as its own fault, both count as failures. */
function attempt(name, body) {
  try {
    const analysis = body();
    for (const line of analysis?.trace ?? []) if (line.startsWith('fault')) failures.push(`${name}: ${line}`);
    return analysis;
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.stack : error}`);
    return undefined;
  }
}

function print(folder, { files, size, alone, lowered, analysed, limited, slow }) {
  const [parse, lower, analyse] = [alone, lowered, analysed].map((all) => all.reduce((sum, one) => sum + one, 0));
  const total = lower + analyse;
  console.log(`${folder}: ${files} files, ${(size / 1e6).toFixed(1)} MB, ${limited} beyond a budget somewhere`);
  console.log(
    `  parse + lower + analyse ${(total / 1e3).toFixed(1)} s: ${((files / total) * 1e3).toFixed(0)} files/s, ${(size / 1e3 / total).toFixed(2)} MB/s`,
  );
  console.log(`  the parser alone ${(parse / 1e3).toFixed(1)} s, ${summary(alone)}`);
  console.log(
    `  parse and lower ${(lower / 1e3).toFixed(1)} s (${(lower / parse).toFixed(1)} times the parser), ${summary(lowered)}`,
  );
  console.log(
    `  analysis ${(analyse / 1e3).toFixed(1)} s (${(analyse / parse).toFixed(1)} times the parser, ${(analyse / lower).toFixed(1)} times parse and lower), ${summary(analysed)}`,
  );
  const [slowest] = slow.sort((a, b) => b[0] - a[0]);
  if (slowest) console.log(`  slowest: ${slowest[1]}`);
}

function pythonFiles(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : pythonFiles(inner);
    return entry.isFile() && entry.name.endsWith('.py') && statSync(inner).size < 4e6 ? [inner] : [];
  });
}

/** Milliseconds of processor time. */
function clock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(times, body) {
  const start = clock();
  try {
    return body();
  } finally {
    times.push(clock() - start);
  }
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => (sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, max ${at(1)} ms`;
}
