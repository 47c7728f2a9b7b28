import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/api.ts';
import { explain, report } from '../../src/format/index.ts';
import type { Space } from '../../src/values/space.ts';
import type { ArrayValue, Value } from '../../src/values/value.ts';

function array(
  shape: readonly number[],
  data: readonly number[],
  dtype: 'float64' | 'int64' = 'float64',
  space?: Space,
): ArrayValue {
  return {
    kind: 'array',
    library: 'torch',
    dtype,
    shape,
    data: { dtype, shape, data: Float64Array.from(data) },
    ...(space && { space }),
  };
}

function lossReport(op: string, args: Record<string, Value>) {
  const fact: Fact = {
    start: 0,
    end: 10,
    kind: 'expression',
    value: array([], [0.4]),
    certainty: 'exact',
    topLevel: true,
    call: {
      row: { kind: 'function', name: `torch.nn.functional.${op}`, signature: '(x)', source: 'https://example.org', op },
      library: 'torch',
      op,
      args: new Map(Object.entries(args)),
      ranges: new Map(),
    },
  };
  return report(explain(fact, { facts: [fact], path: 'a.py' }), { language: 'en', bars: true, textOf: () => undefined }).numbers;
}

describe('a loss with known data', () => {
  test('cross-entropy shows what each item contributes, and what guessing would', () => {
    // torch: F.cross_entropy(tensor([[2., 1., .1], [.5, 2.5, 0.]]), tensor([0, 2]), reduction='none') is [0.4170, 2.6967]
    const [table, , chance] = lossReport('crossEntropy', {
      x: array([2, 3], [2, 1, 0.1, 0.5, 2.5, 0]),
      target: array([2], [0, 2], 'int64'),
    });
    expect(table).toMatchObject({
      rows: [
        ['0', '0', '0.659', '0.417'],
        ['1', '2', '0.067', '2.697'],
      ],
    });
    expect(chance).toEqual({ kind: 'line', text: 'guessing evenly among 3 classes gives ln 3 = 1.099' });
  });

  test('with weights the terms are left out: they would not add up to the loss', () => {
    const args = { x: array([1, 2], [2, 1]), target: array([1], [0], 'int64') };
    expect(lossReport('crossEntropy', args).some(({ kind }) => kind === 'table')).toBe(true);
    expect(lossReport('crossEntropy', { ...args, weight: array([2], [1, 3]) }).some(({ kind }) => kind === 'table')).toBe(false);
  });

  test('probabilities where logits are wanted: the loss has a floor', () => {
    const space: Space = { name: 'probabilities', family: 'categorical', axis: 1, origin: [] };
    const [floor] = lossReport('crossEntropy', {
      x: array([1, 4], [0.25, 0.25, 0.25, 0.25], 'float64', space),
      target: array([1], [0], 'int64'),
    });
    expect(floor).toEqual({
      kind: 'line',
      text: 'a softmax before this loss keeps it above ln(e + K − 1) − 1 = 0.7437 for K = 4',
    });
  });

  test('binary cross-entropy with logits', () => {
    const [table] = lossReport('binaryCrossEntropyWithLogits', { x: array([2], [2, -1]), target: array([2], [1, 0]) });
    expect(table).toMatchObject({
      rows: [
        ['0', '1', '0.881', '0.1269'],
        ['1', '0', '0.269', '0.3133'],
      ],
    });
  });

  test('shapes that do not fit give no terms', () => {
    expect(
      lossReport('crossEntropy', { x: array([2, 3], [1, 2, 3, 4, 5, 6]), target: array([3], [0, 1, 2], 'int64') }).some(
        ({ kind }) => kind === 'table',
      ),
    ).toBe(false);
  });
});
