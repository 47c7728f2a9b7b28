/**
 * How long a keystroke and a cold parse take, in processor time: other work on the machine does not count.
 *
 *   pnpm build && pnpm bench [FILE.py] [DIRECTORY…]
 *
 * One-character edits spread over the first 2,000 lines of a file, or of a made-up one; then, for each directory, parse + lower against the
 * parser alone.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { createParser } from '../dist/index.js';

const require = createRequire(import.meta.url);
const grammarFile = (name) => readFileSync(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`));
const parser = await createParser({
  runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: async (name) => grammarFile(name),
});
await parser.load('python');
const bare = new Parser();
bare.setLanguage(await Language.load(grammarFile('python')));

const [file, ...directories] = process.argv.slice(2);
const sample = `
class Net(nn.Module):
    """A classifier."""

    def forward(self, x, *, temperature=1.0):
        logits = self.fc(x.view(x.size(0), -1)) / temperature  # [N, classes]
        if self.training:
            return logits
        return {"probs": F.softmax(logits, dim=1), "top": [int(i) for i in logits.argmax(1)]}

`;
const source = file === undefined ? sample.repeat(200) : readFileSync(file, 'utf8');
const lines = source.split('\n').slice(0, 2000);
const text = `${lines.join('\n')}\n`;
const document = parser.open(text, 'python');

/** Milliseconds of processor time. */
function clock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function percentile(times, share) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)].toFixed(2);
}

function keystrokes(name, edits) {
  const times = [];
  for (const edit of edits) {
    const start = clock();
    document.edit([edit]);
    times.push(clock() - start);
  }
  console.log(
    `${name}: p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, max ${percentile(times, 0.999)} ms over ${times.length} edits`,
  );
}

const places = Array.from({ length: 200 }, (_, index) => text.indexOf('\n', Math.floor((index * text.length) / 200)));
keystrokes(
  'warm-up',
  places.flatMap((at) => [
    { start: at, end: at, text: ' ' },
    { start: at, end: at + 1, text: '' },
  ]),
);
keystrokes(
  'a space at a line end, and away again',
  places.flatMap((at) => [
    { start: at, end: at, text: ' ' },
    { start: at, end: at + 1, text: '' },
  ]),
);
keystrokes(
  'a name: x, and away again',
  places.flatMap((at) => [
    { start: at, end: at, text: 'x' },
    { start: at, end: at + 1, text: '' },
  ]),
);
keystrokes(
  'half-typed: (, and away again',
  places.flatMap((at) => [
    { start: at, end: at, text: '(' },
    { start: at, end: at + 1, text: '' },
  ]),
);
keystrokes(
  'half-typed: a quote, and away again',
  places.flatMap((at) => [
    { start: at, end: at, text: '"' },
    { start: at, end: at + 1, text: '' },
  ]),
);
document.dispose();

function pythonFiles(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return pythonFiles(inner);
    return entry.isFile() && entry.name.endsWith('.py') && statSync(inner).size < 4e6 ? [inner] : [];
  });
}

for (const directory of directories) {
  const texts = pythonFiles(directory).map((path) => readFileSync(path, 'utf8'));
  const size = texts.reduce((sum, each) => sum + each.length, 0);
  const alone = clock();
  for (const each of texts) bare.parse(each).delete();
  const whole = clock();
  const times = [];
  for (const each of texts) {
    const start = clock();
    parser.parse(each, 'python');
    times.push(clock() - start);
  }
  const end = clock();
  const speed = (from, to) => `${(size / 1e6 / ((to - from) / 1e3)).toFixed(2)} MB/s`;
  console.log(
    `${directory}: ${texts.length} files, ${(size / 1e6).toFixed(1)} MB; parse alone ${speed(alone, whole)}; parse and lower ${speed(whole, end)} (${((end - whole) / (whole - alone)).toFixed(2)} times); per file p50 ${percentile(times, 0.5)}, p95 ${percentile(times, 0.95)}, p99 ${percentile(times, 0.99)} ms`,
  );
}
console.log(`memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
