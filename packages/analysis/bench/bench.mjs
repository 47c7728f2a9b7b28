/**
 * How long a keystroke and a cold check take, in processor time of all threads: other work on the machine does not count. With
 * `--wall`, what somebody waits on a machine that does nothing else.
 *
 *   pnpm bench [--fresh] [--wall] [DIRECTORY…]
 *
 * For made-up files of 2,000 lines: edits (a space, another digit of a number, another letter of a name, a new line) and their taking
 * back, each with parsing, lowering, analysis and diagnostics, then hover and hints on what did not change. With `--fresh` every
 * analysis starts afresh. For each directory: every Python file parsed, lowered and analysed as `softlens check` does.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { createParser } from '@softlens/syntax';
// By path: the language service depends on this package, and not the other way round.
import { createLanguageService } from '../../language-service/dist/index.js';
import { createChecker } from '../dist/index.js';
import { programs } from './programs.mjs';

const require = createRequire(createRequire(import.meta.url).resolve('@softlens/syntax'));
const parser = await createParser({
  runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: async (name) => readFileSync(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)),
});
await parser.load('python');

/** A space at the end of a line, another digit, another letter of a name, a new line. */
const changes = [
  (text, from) => inserted(text.indexOf('\n', from), ' '),
  (text, from) => inserted(from + text.slice(from).search(/\d/), '1'),
  (text, from) => inserted(from + text.slice(from).search(/[a-z]\b/) + 1, 'x'),
  (text, from) => inserted(text.lastIndexOf('\n', from) + 1, '# Why it is so.\n'),
];

for (const [name, program] of Object.entries(programs)) keystrokes(name, program(2000));
for (const directory of process.argv.slice(2).filter((one) => !one.startsWith('--'))) check(directory);

/** Milliseconds. */
function clock() {
  if (process.argv.includes('--wall')) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(times, body) {
  const start = clock();
  const result = body();
  times.push(clock() - start);
  return result;
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => (sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)} ms`;
}

function inserted(at, text) {
  return { start: at, end: at, text };
}

function keystrokes(name, source) {
  const document = parser.open(source, 'python');
  const checker = createChecker({
    incremental: !process.argv.includes('--fresh'),
    parseExpression: (text, language) => parser.parse(text, language),
  });
  const service = createLanguageService();
  const project = {
    importRoots: [],
    exists: (path) => path === 'main.py',
    module: (path) => (path === 'main.py' ? parsed : undefined),
  };
  let version = 0;
  let parsed = { path: 'main.py', language: 'python', text: source, module: document.module, version: '0' };
  const times = { edit: [], analysis: [], whole: [], hover: [], hints: [] };
  const type = (edit, kept) => {
    timed(kept ? times.whole : [], () => {
      timed(kept ? times.edit : [], () => document.edit([edit]));
      parsed = { ...parsed, text: document.text, module: document.module, version: String(++version) };
      const analysis = timed(kept ? times.analysis : [], () => checker.analyze(project, 'main.py'));
      snapshot = { document: parsed, analysis, project };
      service.diagnostics(snapshot, { language: 'en' });
    });
  };
  let snapshot;
  for (let i = 0; i < 80; i++) {
    const from = Math.floor((((i * 37) % 80) * source.length) / 80);
    const at = source.indexOf('\n', from);
    const kept = i >= 16;
    const change = changes[i % changes.length](source, from);
    const replaced = source.slice(change.start, change.end);
    type(change, kept);
    timed(kept ? times.hover : [], () => service.hover(snapshot, at - 2, { language: 'en', pictures: true }));
    timed(kept ? times.hints : [], () =>
      service.inlayHints(snapshot, { start: Math.max(0, at - 2000), end: at }, { language: 'en', tooltips: false }),
    );
    type({ start: change.start, end: change.start + change.text.length, text: replaced }, kept);
  }
  document.dispose();
  console.log(`${name}, ${source.split('\n').length} lines`);
  console.log(
    `  an edit to diagnostics: ${summary(times.whole)} (parse and lower ${summary(times.edit)}; analysis ${summary(times.analysis)})`,
  );
  console.log(`  hover: ${summary(times.hover)}; hints: ${summary(times.hints)}`);
}

function check(directory) {
  const files = pythonFiles(directory).map((path) => relative(directory, path));
  const texts = new Map(files.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
  const size = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  const parsing = [];
  const documents = new Map(
    files.map((path) => {
      const text = texts.get(path);
      return [path, { path, language: 'python', text, module: timed(parsing, () => parser.parse(text, 'python')), version: '1' }];
    }),
  );
  const project = { importRoots: ['src'], exists: (path) => documents.has(path), module: (path) => documents.get(path) };
  const checker = createChecker({ facts: false });
  const times = [];
  let findings = 0;
  for (const path of files) findings += timed(times, () => checker.analyze(project, path)).findings.length;
  const [parse, analysis] = [parsing, times].map((all) => all.reduce((sum, one) => sum + one, 0));
  const total = parse + analysis;
  console.log(`${directory}: ${files.length} files, ${(size / 1e6).toFixed(1)} MB, ${findings} findings`);
  console.log(
    `  ${(total / 1e3).toFixed(1)} s: ${((files.length / total) * 1e3).toFixed(0)} files/s, ${(size / 1e3 / total).toFixed(2)} MB/s`,
  );
  console.log(`  parse and lower ${(parse / 1e3).toFixed(1)} s, ${summary(parsing)}`);
  console.log(`  analysis ${(analysis / 1e3).toFixed(1)} s (${(analysis / parse).toFixed(1)} times that), ${summary(times)}`);
  console.log(`  memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
}

function pythonFiles(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : pythonFiles(inner);
    return entry.isFile() && entry.name.endsWith('.py') && statSync(inner).size < 4e6 ? [inner] : [];
  });
}
