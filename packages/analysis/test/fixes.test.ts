/** What a fix writes, and that it mends what it says: the finding is gone and none has come. */
import { createTestParser } from '@softlens/mdtest';
import { expect, test } from 'vitest';
import { createChecker, settleFindings } from '../src/check.ts';
import type { Edit, Finding, Fix, ParsedDocument, Project } from '../src/index.ts';

const parser = await createTestParser();

const torch = `import torch
import torch.nn as nn
import torch.nn.functional as F

x = nn.Linear(8, 3)(torch.randn(4, 8))
y = torch.zeros(4, dtype=torch.long)
t = torch.zeros(4, 3)
`;
const keras = `from tensorflow import keras
from tensorflow.keras import layers
`;

interface Case {
  readonly rule: string;
  readonly head: string;
  readonly before: string;
  readonly after: string;
}

const cases: readonly Case[] = [
  { rule: 'log-of-softmax', head: torch, before: 'a = F.softmax(x, dim=1).log()', after: 'a = F.log_softmax(x, dim=1)' },
  { rule: 'log-of-softmax', head: torch, before: 'a = torch.log(torch.sigmoid(x))', after: 'a = F.logsigmoid(x)' },
  { rule: 'log-of-softmax', head: torch, before: 'a = x.sigmoid().log()', after: 'a = F.logsigmoid(x)' },
  { rule: 'log-of-softmax', head: torch, before: 'a = torch.log(1 - torch.sigmoid(x))', after: 'a = F.logsigmoid(-x)' },
  { rule: 'one-minus-sigmoid', head: torch, before: 'a = 1 - torch.sigmoid(x)', after: 'a = torch.sigmoid(-x)' },
  { rule: 'naive-sigmoid', head: torch, before: 'a = 1 / (1 + torch.exp(-x))', after: 'a = torch.sigmoid(x)' },
  {
    rule: 'naive-softmax',
    head: torch,
    before: 'a = torch.exp(x) / torch.sum(torch.exp(x), dim=1, keepdim=True)',
    after:
      'a = torch.exp(x - x.amax(dim=1, keepdim=True)) / torch.sum(torch.exp(x - x.amax(dim=1, keepdim=True)), dim=1, keepdim=True)',
  },
  {
    rule: 'naive-softmax',
    head: 'import numpy as np\n',
    before: 'def softmax(z):\n    e = np.exp(z)\n    return e / e.sum(axis=-1, keepdims=True)',
    after: 'def softmax(z):\n    e = np.exp(z - np.max(z, axis=-1, keepdims=True))\n    return e / e.sum(axis=-1, keepdims=True)',
  },
  {
    rule: 'naive-sigmoid',
    head: 'import numpy as np\n',
    before: 'def sigmoid(z):\n    return 1 / (1 + np.exp(-z))',
    after: 'from scipy.special import expit\ndef sigmoid(z):\n    return expit(z)',
  },
  { rule: 'softmax-without-axis', head: torch, before: 'p = F.softmax(x)', after: 'p = F.softmax(x, dim=1)' },
  { rule: 'softmax-without-axis', head: torch, before: 'p = F.log_softmax(x[0],)', after: 'p = F.log_softmax(x[0],dim=0)' },
  { rule: 'softmax-over-wrong-axis', head: torch, before: 'p = F.softmax(x, dim=0)', after: 'p = F.softmax(x, dim=1)' },
  { rule: 'softmax-over-wrong-axis', head: torch, before: 'p = nn.Softmax(dim=0)(x)', after: 'p = nn.Softmax(dim=1)(x)' },
  {
    rule: 'logits-before-nll-loss',
    head: torch,
    before: 'loss = nn.NLLLoss()(x, y)',
    after: 'loss = nn.CrossEntropyLoss()(x, y)',
  },
  {
    rule: 'logits-before-probability-loss',
    head: torch,
    before: 'loss = nn.BCELoss()(x, t)',
    after: 'loss = nn.BCEWithLogitsLoss()(x, t)',
  },
  {
    rule: 'logits-before-probability-loss',
    head: `${torch}from torch.nn import BCELoss\n`,
    before: 'loss = BCELoss()(x, t)',
    after: 'loss = nn.BCEWithLogitsLoss()(x, t)',
  },
  {
    rule: 'sigmoid-before-bce',
    head: torch,
    before: 'loss = nn.BCELoss()(torch.sigmoid(x), t)',
    after: 'loss = nn.BCEWithLogitsLoss()(x, t)',
  },
  {
    rule: 'log-softmax-before-cross-entropy',
    head: torch,
    before: 'loss = F.cross_entropy(F.log_softmax(x, dim=1), y)',
    after: 'loss = F.cross_entropy(x, y)',
  },
  {
    rule: 'logits-before-probability-sampler',
    head: torch,
    before: 'a = torch.multinomial(x, 1)',
    after: 'a = torch.multinomial(torch.softmax(x, dim=-1), 1)',
  },
  {
    rule: 'probabilities-before-logits-sampler',
    head: torch,
    before: 'a = F.gumbel_softmax(F.softmax(x, dim=1), dim=1)',
    after: 'a = F.gumbel_softmax(x, dim=1)',
  },
  {
    rule: 'logits-before-probability-loss',
    head: keras,
    before: "m = keras.Sequential([keras.Input((8,)), layers.Dense(1)])\nm.compile('adam', loss='binary_crossentropy')",
    after:
      "m = keras.Sequential([keras.Input((8,)), layers.Dense(1)])\nm.compile('adam', loss=keras.losses.BinaryCrossentropy(from_logits=True))",
  },
  {
    rule: 'logits-before-metric',
    head: keras,
    before:
      "m = keras.Sequential([keras.Input((8,)), layers.Dense(1)])\nm.compile('adam', loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=['accuracy'])",
    after:
      "m = keras.Sequential([keras.Input((8,)), layers.Dense(1)])\nm.compile('adam', loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)])",
  },
  {
    rule: 'sigmoid-with-categorical-loss',
    head: keras,
    before:
      "m = keras.Sequential([keras.Input((8,)), layers.Dense(3, activation='sigmoid')])\nm.compile('adam', loss='categorical_crossentropy')",
    after:
      "m = keras.Sequential([keras.Input((8,)), layers.Dense(3, activation='softmax')])\nm.compile('adam', loss='categorical_crossentropy')",
  },
  ...["layers.Activation('softmax')", 'layers.Softmax()'].map((layer) => ({
    rule: 'softmax-before-cross-entropy',
    head: keras,
    before: `m = keras.Sequential([keras.Input((8,)), layers.Dense(3), ${layer}])\nm.compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))`,
    after:
      "m = keras.Sequential([keras.Input((8,)), layers.Dense(3)])\nm.compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))",
  })),
  {
    rule: 'softmax-before-cross-entropy',
    head: keras,
    before: `m = keras.Sequential()\nm.add(layers.Dense(3))\nm.add(layers.Activation('softmax'))\nm.compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))`,
    after: `m = keras.Sequential()\nm.add(layers.Dense(3))\nm.compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))`,
  },
  {
    rule: 'softmax-before-cross-entropy',
    head: keras,
    before: `i = keras.Input((8,))\no = layers.Activation('softmax')(layers.Dense(3)(i))\nkeras.Model(i, o).compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))`,
    after: `i = keras.Input((8,))\no = layers.Dense(3)(i)\nkeras.Model(i, o).compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))`,
  },
  {
    rule: 'softmax-before-cross-entropy',
    head: keras,
    before: `i = keras.Input((8,))\no = layers.Dense(3, activation='softmax')(i)\nkeras.Model(i, o).compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))`,
    after: `i = keras.Input((8,))\no = layers.Dense(3)(i)\nkeras.Model(i, o).compile('adam', loss=keras.losses.CategoricalCrossentropy(from_logits=True))`,
  },
  {
    rule: 'softmax-before-cross-entropy',
    head: `${torch}from collections import OrderedDict\n`,
    before: `m = nn.Sequential(OrderedDict([('fc', nn.Linear(8, 3)), ('out', nn.Softmax(dim=1))]))\nloss = F.cross_entropy(m(torch.randn(4, 8)), y)`,
    after: `m = nn.Sequential(OrderedDict([('fc', nn.Linear(8, 3))]))\nloss = F.cross_entropy(m(torch.randn(4, 8)), y)`,
  },
  {
    rule: 'hard-labels-before-log-loss',
    head: 'from sklearn.linear_model import LogisticRegression\nfrom sklearn.metrics import log_loss\nclf = LogisticRegression().fit(X, y)\n',
    before: 'score = log_loss(y, clf.predict(X))',
    after: 'score = log_loss(y, clf.predict_proba(X))',
  },
];

test.each(cases)('$rule: $before', ({ rule, head, before, after }) => {
  const source = `${head}${before}\n`;
  const found = check(source);
  const finding = found.find((one) => one.rule === rule);
  expect(found.map((one) => one.rule)).toContain(rule);
  const fixed = apply(source, finding?.fixes[0]);
  expect(fixed.slice(fixed.startsWith(head) ? head.length : 0)).toBe(`${after}\n`);
  expect(check(fixed).map((one) => one.rule)).toEqual(
    found
      .filter((one) => one !== finding && one.rule !== rule)
      .map((one) => one.rule)
      .filter((id) => !gone.has(id)),
  );
});

/** What mending the one mends too. */
const gone = new Set(['one-minus-sigmoid', 'logits-before-metric']);

function check(text: string): readonly Finding[] {
  const document: ParsedDocument = {
    path: 'a.py',
    language: 'python',
    text,
    version: text,
    module: parser.parse(text, 'python'),
  };
  const project: Project = {
    module: (path) => (path === 'a.py' ? document : undefined),
    exists: (path) => path === 'a.py',
    importRoots: [],
  };
  return settleFindings(project, 'a.py', createChecker().analyze(project, 'a.py').findings);
}

function apply(text: string, fix: Fix | undefined): string {
  const edits: readonly Edit[] = fix?.edits ?? [];
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}
