/** What the hover says of realistic programs: variables, calls, parameters, attributes and losses, across files. */
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../src/index.ts';
import { at, program } from './programs.ts';

const service = createLanguageService();

const model = `import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self, hidden=32, classes=10):
        super().__init__()
        self.fc1 = nn.Linear(128, hidden)
        self.fc2 = nn.Linear(hidden, classes)
        self.scale = 2.0

    def forward(self, x):
        logits = self.fc2(F.relu(self.fc1(x))) / self.scale
        return F.softmax(logits, dim=1)
`;

const train = `import torch
import torch.nn as nn
from model import Net

net = Net(classes=3)
criterion = nn.CrossEntropyLoss()
probs = net(torch.randn(8, 128))


def step(batch, labels, temperature):
    out = net(batch)
    return criterion(out / temperature, labels)


value = step(torch.randn(8, 128), torch.randint(0, 3, (8,)), 2.0)
z = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.0]])
y = torch.tensor([0, 1])
small = criterion(z, y)
late = criterion(z.softmax(1), y)
metrics = {'loss': 0.25, 'classes': [0, 1]}
guess = softmax([2, 1, 0.1])
mystery = load('weights')
`;

const inTrain = program({ 'train.py': train, 'model.py': model });
const inModel = program({ 'model.py': model, 'train.py': train });

const linesOf = (snapshot: typeof inTrain, source: string, language: 'en' | 'zh-cn' = 'en'): readonly string[] =>
  service.hover(snapshot, at(snapshot, source), { language, pictures: false })?.markdown.split('\n\n') ?? [];

describe('a value from another file', () => {
  const said = [
    '`float32 [8, 3]`',
    'probabilities · sums to 1 along dim 1 (3 classes)',
    'from `softmax` `model.py:14` ← `Linear` `model.py:13`',
    '*values unknown: they depend on learned weights*',
  ];

  test('says its type, meaning and the places it comes from, at the name and at the call', () => {
    expect(linesOf(inTrain, 'pro|bs =')).toEqual([`**probs**: ${said[0]}`, ...said.slice(1)]);
    expect(linesOf(inTrain, 'out = |net(batch)')).toEqual([`**net(batch)**: ${said[0]}`, ...said.slice(1)]);
  });
});

describe('a parameter', () => {
  test('has the value that the one call in view fixes, and says which', () => {
    expect(linesOf(inTrain, 'labels, temp|erature')).toEqual([
      '**temperature** = `2.0`',
      'in the call at `train.py:15`',
      '*exact: follows from the literals in the code*',
    ]);
    expect(linesOf(inModel, 'def forward(self, |x)').slice(0, 2)).toEqual([
      '**x**: `float32 [8, 128]`',
      'in the call at `train.py:7`',
    ]);
    expect(linesOf(inModel, 'cla|sses=10')[0]).toBe('**classes** = `3`');
  });

  test('that several calls pass differently is each of the values', () => {
    const shared = program({ 'a.py': 'def f(t):\n    return 2.0 / t\n\nf(1.0)\nf(4.0)\n' });
    expect(linesOf(shared, 'f(|t)').slice(0, 2)).toEqual(['**t**: one of 2 values', '- `1.0`\n- `4.0`']);
  });
});

describe('an attribute', () => {
  test('of a module: the layer with its sizes, and what calling it gives', () => {
    expect(linesOf(inModel, 'self.f|c1 = ')[0]).toBe('**fc1** = `torch.nn.Linear(in_features=128, out_features=32)`');
    expect(linesOf(inModel, 'self.f|c2(F')).toEqual([
      '**Linear**: `float32 [8, 3]`',
      'logits · along dim 1 (3 classes)',
      '*values unknown: they depend on learned weights*',
    ]);
    expect(linesOf(inModel, '/ self.sc|ale')[0]).toBe('**self.scale** = `2.0`');
  });
});

describe('a loss', () => {
  test('has a term for each item, and what guessing would give', () => {
    const lines = linesOf(inTrain, 'crit|erion(z, y)');
    expect(lines[0]).toBe('**CrossEntropyLoss** → `0.30688`');
    expect(lines[1]?.split('\n').slice(2)).toEqual(['| 0 |      0 | 0.659 |  0.417 |', '| 1 |      1 | 0.821 | 0.1967 |']);
    expect(lines).toContain('guessing evenly among 3 classes gives ln 3 = 1.099');
  });

  test('that gets probabilities says so, and the lowest value that it can reach', () => {
    const lines = linesOf(inTrain, 'crit|erion(z.softmax');
    expect(lines[1]).toBe('probabilities from `z.softmax`, `train.py:19`: CrossEntropyLoss expects logits ✗');
    expect(lines).toContain('a softmax before this loss keeps it above ln(e + K − 1) − 1 = 0.5514 for K = 3');
  });

  test('as an object says what it takes', () => {
    expect(linesOf(inTrain, 'crit|erion = nn')).toEqual([
      '**criterion** = `torch.nn.CrossEntropyLoss`',
      'takes `x`: logits or log-probabilities, `target`: class indices or probabilities or one-hot',
      'gives loss',
    ]);
  });
});

describe('how sure it is', () => {
  test.each([
    ['sma|ll', '*exact: follows from the literals in the code*'],
    ['met|rics', '*exact: follows from the literals in the code*'],
    ['gue|ss', '*assumed: a conventional name is taken at its word*'],
    ['pro|bs', '*values unknown: they depend on learned weights*'],
  ])('%s: %s', (source, note) => {
    expect(linesOf(inTrain, source)).toContain(note);
  });

  test('nothing is said of what is not known at all', () => {
    expect(linesOf(inTrain, 'myst|ery')).toEqual([]);
  });

  test('in Chinese too', () => {
    expect(linesOf(inTrain, 'labels, temp|erature', 'zh-cn')).toEqual([
      '**temperature** = `2.0`',
      '在 `train.py:15` 的调用中',
      expect.stringMatching(/\p{Script=Han}/u),
    ]);
  });
});

describe('an expression in a comment', () => {
  const commented = program({
    'a.py':
      'T = 2.0\n# softlens: softmax([2, 1, 0.1] / T)\n\ndef f(a):\n    b = a * 2\n    return b  # softlens: b + 1\n\nf(3)\n',
  });

  test('has the hover of code, with the names where it stands, and a hint behind it', () => {
    expect(linesOf(commented, 'softlens: soft|max')[0]).toBe('**softmax** → `[0.502, 0.304, 0.194]`');
    expect(linesOf(commented, '/ |T)')[0]).toBe('**T** = `2.0`');
    expect(linesOf(commented, 'b |+ 1')[0]).toBe('**b + 1** → `7`');
    const hints = service.inlayHints(
      commented,
      { start: 0, end: commented.document.text.length },
      { language: 'en', tooltips: false },
    );
    expect(hints.map(({ label, offset }) => [label, commented.document.text.slice(0, offset).split('\n').length])).toEqual([
      ['→ .502 .304 .194', 2],
      ['→ 7', 6],
    ]);
  });
});

describe('what a tutorial computes', () => {
  const snapshot = program({
    'arrays.py': `import numpy as np
import tensorflow as tf

steps = np.linspace(0, 5, 50)
table = np.arange(2000.0).reshape(100, 20)
blocks = np.arange(24.0).reshape(2, 3, 4) / 7
layer = tf.keras.layers.Dense(1, input_shape=[2])
plain = tf.keras.layers.Flatten()
v = tf.Variable(2.0)
with tf.GradientTape() as tape:
    y = v * v
slope = tape.gradient(y, v)
`,
  });

  test('numbers that do not fit the first line stand below it, the middle left out', () => {
    expect(service.hover(snapshot, at(snapshot, 'blocks'), { language: 'en', pictures: false })?.markdown).toBe(
      [
        '**blocks**: `float64 [2, 3, 4]`',
        '',
        '```',
        '[[[    0.0, 0.14286, 0.28571, 0.42857],',
        '  [0.57143, 0.71429, 0.85714,     1.0],',
        '  [ 1.1429,  1.2857,  1.4286,  1.5714]],',
        '',
        ' [[ 1.7143,  1.8571,     2.0,  2.1429],',
        '  [ 2.2857,  2.4286,  2.5714,  2.7143],',
        '  [ 2.8571,     3.0,  3.1429,  3.2857]]]',
        '```',
        '',
        '*exact: follows from the literals in the code*',
      ].join('\n'),
    );
    const [, steps = ''] = linesOf(snapshot, 'steps');
    expect(steps.split('\n')).toHaveLength(5);
    expect(steps).toMatch(/2\.1429, …,\s+5\.0\]\n```$/);
    const [, table = ''] = linesOf(snapshot, 'table');
    expect(table.split('\n')).toHaveLength(13);
    expect(table).toMatch(/ …,\n \[1980\.0, .* …, 1999\.0\]\]\n```$/);
  });

  test('options are shown as they were given, and none where there are none', () => {
    expect(linesOf(snapshot, 'layer =')[0]).toBe('**layer** = `keras.layers.Dense(units=1, input_shape=[2])`');
    expect(linesOf(snapshot, 'plain')[0]).toBe('**plain** = `keras.layers.Flatten`');
  });

  test('gradients of a tape', () => {
    expect(linesOf(snapshot, 'slope')[0]).toBe('**slope** = `4.0`');
  });
});
