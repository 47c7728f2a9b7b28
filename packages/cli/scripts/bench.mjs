/**
 * What a check of whole folders takes, each in a process of its own: cold, and again with the results that the first one kept.
 *
 *   pnpm --filter softlens build && node packages/cli/scripts/bench.mjs FOLDER…
 *
 * Processor time is that of all threads, which other work on the machine disturbs less than the time on the clock. Parsing alone, in this
 * process, is the measure of what reading the files must cost.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createParser } from '@softlens/syntax';
import { collectFiles } from '../dist/check/collect-files.js';
import { languagesIn, openSources } from '../dist/sources.js';

const bundle = resolve(import.meta.dirname, '../dist/bundle');
const program = join(bundle, 'softlens.cjs');
/** Runs the program and, at the end, tells on a channel of its own what it took. */
const measured = `
process.argv.splice(1, 0, ${JSON.stringify(program)});
process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));
require(process.argv[1]);`;

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('usage: node packages/cli/scripts/bench.mjs FOLDER…');
  process.exit(2);
}
const rows = [];
for (const folder of folders) rows.push(await bench(resolve(folder)));
console.table(Object.fromEntries(rows));

async function bench(folder) {
  const { files } = collectFiles([folder], { root: folder, isExcluded: () => false });
  const parsing = await parseOnly(folder, files);
  const cache = mkdtempSync(join(tmpdir(), 'softlens-bench-'));
  const cold = check(folder, cache);
  const warm = check(folder, cache);
  rmSync(cache, { recursive: true });
  if (JSON.stringify(cold.diagnostics) !== JSON.stringify(warm.diagnostics)) throw new Error(`${folder}: warm differs from cold`);
  return [
    folder.split('/').at(-1),
    {
      files: files.length,
      lines: parsing.lines,
      MB: round(parsing.bytes / 1e6, 2),
      findings: cold.diagnostics.length,
      'cold s': round(cold.processor, 2),
      'on the clock s': round(cold.clock, 2),
      'files/s': Math.round(files.length / cold.processor),
      'MB/s': round(parsing.bytes / 1e6 / cold.processor, 2),
      'times parsing': round(cold.processor / parsing.processor, 1),
      'peak MB': cold.peak,
      'warm s': round(warm.processor, 2),
      'warm MB': warm.peak,
    },
  ];
}

/** Every text of the folder, parsed and lowered, in seconds. */
async function parseOnly(folder, files) {
  const require = createRequire(import.meta.url);
  const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
  const parser = await createParser({
    runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: async (name) => readFileSync(join(grammars, `tree-sitter-${name}.wasm`)),
  });
  for (const language of new Set(files.flatMap(languagesIn))) await parser.load(language);
  const sources = openSources(folder, parser);
  let [bytes, lines] = [0, 0];
  const before = process.cpuUsage();
  for (const file of files) {
    for (const document of sources.documents(file)) {
      const text = sources.project.module(document)?.text ?? '';
      bytes += text.length;
      lines += text.split('\n').length;
    }
    sources.release(file);
  }
  const { user, system } = process.cpuUsage(before);
  return { bytes, lines, processor: (user + system) / 1e6 };
}

function check(folder, cache) {
  const args = ['-e', measured, '--', 'check', '.', '--format', 'json', '--exit-zero'];
  const start = performance.now();
  const { stdout, stderr, status, output } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, SOFTLENS_CACHE_DIR: cache },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  const clock = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const usage = JSON.parse(output[3]);
  const processor = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  return { clock, processor, peak: Math.round(usage.maxRSS / 1024), diagnostics: JSON.parse(stdout).diagnostics };
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
