/**
 * Compares the IR with CPython's own syntax tree over whole directories.
 *
 *   pnpm build && node golden/compare.mjs [--python /usr/bin/python3] [--show 20] DIRECTORY…
 *
 * Prints the counts and the first differences; exits 1 when a valid file differs.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createParser } from '../dist/index.js';
import { dumpStatements } from './dump-ir.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { python: { type: 'string', default: '/usr/bin/python3' }, show: { type: 'string', default: '20' } },
});
const require = createRequire(import.meta.url);
const parser = await createParser({
  runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: async (name) => readFileSync(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)),
});
await parser.load('python');

function pythonFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  const files = [];
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) files.push(...pythonFiles(inner));
    else if (entry.isFile() && entry.name.endsWith('.py')) files.push(inner);
  }
  return files.sort();
}

/** The path of the first difference, or undefined. A null offset on CPython's side is not compared. */
function difference(ours, theirs, path = []) {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length && typeof ours[0] !== 'string') {
      for (let index = 0; index < Math.min(ours.length, theirs.length); index++) {
        const inner = difference(ours[index], theirs[index], [...path, index]);
        if (inner !== undefined) return inner;
      }
      return { path, ours: ours.length, theirs: theirs.length };
    }
    for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
      const inner = difference(ours[index], theirs[index], [...path, index]);
      if (inner !== undefined) return inner.context === undefined ? { ...inner, context: [ours, theirs] } : inner;
    }
    return undefined;
  }
  if (ours === theirs || (theirs === null && typeof ours === 'number')) return undefined;
  return { path, ours, theirs };
}

const files = positionals.flatMap(pythonFiles);
const judge = spawn(values.python, [new URL('dump_ast.py', import.meta.url).pathname], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: judge.stdout })[Symbol.asyncIterator]();
judge.stdin.write(`${files.join('\n')}\n`);
judge.stdin.end();

const counts = { files: 0, same: 0, differ: 0, 'judge cannot parse': 0, skipped: 0, 'we report errors in a valid file': 0 };
const shown = Number(values.show);
const reasons = new Map();
for (const file of files) {
  const theirs = JSON.parse((await answers.next()).value);
  counts.files += 1;
  if (theirs.skip !== undefined) counts.skipped += 1;
  else if (theirs.error !== undefined) counts['judge cannot parse'] += 1;
  if (theirs.body === undefined) continue;
  const text = readFileSync(file, 'utf8');
  const module = parser.parse(text, 'python');
  const found = difference(dumpStatements(module.body), theirs.body);
  if (module.errors.length > 0) counts['we report errors in a valid file'] += 1;
  if (found === undefined && module.errors.length === 0) {
    counts.same += 1;
    continue;
  }
  counts.differ += 1;
  const [ours, judged] = found?.context ?? [];
  const offset = Array.isArray(judged) && typeof judged[1] === 'number' ? judged[1] : (module.errors[0]?.start ?? 0);
  const reason = `${JSON.stringify(ours)?.slice(0, 160)}\n    ${JSON.stringify(judged)?.slice(0, 160)}`;
  const key = Array.isArray(ours) && Array.isArray(judged) ? `${ours[0]} / ${judged[0]} at ${found.path.at(-1)}` : 'other';
  reasons.set(key, (reasons.get(key) ?? 0) + 1);
  if (reasons.get(key) > 3 || counts.differ > shown * 5) continue;
  const line = text.slice(0, offset).split('\n').length;
  console.log(
    `${file}:${line}: ${text.slice(offset, offset + 100).split('\n')[0]}\n    ${reason}${module.errors.length > 0 ? '\n    errors' : ''}`,
  );
}
console.log(counts, Object.fromEntries([...reasons].sort((a, b) => b[1] - a[1])));
process.exitCode = counts.differ > 0 ? 1 : 0;
