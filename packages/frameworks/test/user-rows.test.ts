import { describe, expect, test } from 'vitest';
import { describeRowProblem, readUserRows } from '../src/index.ts';

const problems = (entry: unknown) => readUserRows([entry]).problems.map(describeRowProblem);

describe('rows of softlens.json', () => {
  test('a wrapper of a loss is a function of torch unless it says otherwise', () => {
    const { rows, problems: none } = readUserRows([
      {
        name: 'mylib.losses.soft_ce',
        signature: '(logits: x, target)',
        accepts: [{ role: 'x', space: ['logits', 'log-probabilities'] }],
        gives: [{ space: 'loss' }],
      },
      {
        kind: 'class',
        name: 'mylib.Focal',
        library: 'jax',
        signature: '(gamma=2.0)',
        call: { signature: '(x, target)', gives: [{ space: 'loss' }] },
      },
    ]);
    expect(none).toEqual([]);
    expect(rows.map(({ row, library }) => [row.kind, row.name, library.name])).toEqual([
      ['function', 'mylib.losses.soft_ce', 'torch'],
      ['class', 'mylib.Focal', 'jax'],
    ]);
  });

  test.each([
    [
      { name: 'f', signatur: '(x)' },
      ['functions[0]: unknown key "signatur", did you mean "signature"?', 'functions[0]: "signature" is missing'],
    ],
    [
      { name: 'f', signature: '(x)', accepts: [{ role: 'x', space: 'logit' }] },
      ['functions[0].accepts[0].space: "logit" is not known, did you mean "logits"?'],
    ],
    [
      { name: 'f', signature: '(logits: x)', accepts: [{ role: 'logits', space: 'logits' }] },
      ['functions[0].accepts[0].role: "logits" is not known; expected x'],
    ],
    [{ name: 'f', signature: '(x)', op: 'sofmax' }, ['functions[0].op: "sofmax" is not known, did you mean "softmax"?']],
    [
      { name: 'f', signature: 'x' },
      ['functions[0].signature: "x" is not known; expected a signature such as "(input: x, dim: axis=-1)"'],
    ],
    [{ name: 3, signature: '(x)' }, ['functions[0].name is of the wrong type; expected string']],
    [
      { name: 'f', signature: '(x)', library: 'pytorch' },
      ['functions[0].library: "pytorch" is not known, did you mean "torch"?'],
    ],
    ['f', ['functions[0] is of the wrong type; expected object']],
  ])('%j', (entry, expected) => {
    expect(problems(entry)).toEqual(expected);
    expect(readUserRows([entry]).rows).toEqual([]);
  });
});
