import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, type Language, outlineOf, statementAt, statementOf } from '../src/index.ts';
import { testParser } from './parser.ts';

const parser = await testParser();

const python = `import torch
from torch import nn  # the library


class Net(nn.Module):
    """A classifier."""

    def __init__(self, classes=10):
        super().__init__()
        self.fc = nn.Linear(128, classes)  # logits

    def forward(self, x):
        return self.fc(x)


net = Net()
logits = net(torch.randn(
    4, 128,
))
x = [1, 2, {"a": 3}] ; y = f"{x!r:>10} {logits=}"
for epoch in range(3):
    if epoch > 1: print(epoch)
    else:
        probs = torch.softmax(logits, dim=1)
# the end
print(probs.sum(dim=1))
`;
const typescript = `import * as tf from '@tensorflow/tfjs';
const logits = tf.tensor1d([2, 1, 0.1]); // logits
export function f(a: number, { b = 2 }: { b?: number } = {}): number {
  return a + b;
}
class A extends Base<number> { x = 1; get y() { return this.x; } }
const s = \`a\${logits}b\`;
for (const v of [1, 2]) console.log(v as unknown, <any>v);
switch (s) { case 'a': break; default: f(1); }
`;

/** Runs of comments about as long as those that are kept from the parser. */
const commented = `def f():
    x = 1
${'    # one "\n'.repeat(63)}    return x
${'# two\n'.repeat(64)}
y = '''
${'# three\n'.repeat(70)}'''
`;

const insertions = [
  'x',
  ' ',
  '\n',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '"""',
  '=',
  '.',
  ',',
  ':',
  '#',
  '\\',
  'def f(',
  'if x:\n    ',
  'class ',
  'pass\n',
  '# c\n',
  '    # c\n',
  '    pass\n',
  'else: pass\n',
  '@d\n',
  '\\\n',
  '// ',
  '`',
  '{',
  '}',
  '\t',
  'é',
  '😀',
];

const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat({ max: 6 }), insert: fc.constantFrom('', ...insertions) }), {
  minLength: 1,
  maxLength: 8,
});

test.each<[Language, string]>([
  ['python', python],
  ['typescript', typescript],
  ['python', commented],
])('after any edits of %s the module equals that of a fresh parse', (language, source) => {
  fc.assert(
    fc.property(edits, (steps) => {
      const document = parser.open(source, language);
      for (const step of steps) {
        const start = step.at % (document.text.length + 1);
        const change: Change = { start, end: Math.min(document.text.length, start + step.remove), text: step.insert };
        expect(document.edit([change])).toEqual(parser.parse(document.text, language));
      }
      document.dispose();
    }),
    { numRuns: 40 },
  );
});

test('statements before the edit keep their identity, those after it are moved', () => {
  const document = parser.open(python, 'python');
  const before = document.module;
  const at = python.indexOf('net = Net()');
  const after = document.edit([{ start: at, end: at, text: 'my_' }]);
  expect(after.body[2]).toBe(before.body[2]);
  expect(after.body.at(-1)?.start).toBe((before.body.at(-1)?.start ?? 0) + 3);
  document.dispose();
});

test('a statement that is only moved is copied when somebody looks', () => {
  const document = parser.open(python, 'python');
  const at = python.indexOf('net = Net()');
  const module = document.edit([{ start: at, end: at, text: 'my_' }]);
  const outline = outlineOf(module);
  expect(outline.map(statementOf)).toEqual(parser.parse(document.text, 'python').body);
  expect(outline.map(({ start }) => statementAt(module, start))).toEqual(module.body);
  expect(outline.map(({ start, end }) => ({ start, end }))).toEqual(module.body.map(({ start, end }) => ({ start, end })));
  document.dispose();
});

test('several changes of one edit are given in offsets of the text before it', () => {
  const document = parser.open('a = 1\nb = 2\n', 'python');
  document.edit([
    { start: 0, end: 1, text: 'long' },
    { start: 6, end: 7, text: 'c' },
  ]);
  expect(document.text).toBe('long = 1\nc = 2\n');
  document.dispose();
});
