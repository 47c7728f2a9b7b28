import { describe, expect, test } from 'vitest';
import { binaryOperation, indexArray, runOperation } from '../../src/operations/index.ts';
import type { Dim } from '../../src/values/dim.ts';
import type { Space } from '../../src/values/space.ts';
import type { ArrayValue, Value } from '../../src/values/value.ts';
import { contextOf } from './golden-values.ts';

const torch = contextOf('torch');

function tensor(shape: readonly Dim[], space?: Omit<Space, 'origin'>): ArrayValue {
  return {
    kind: 'array',
    library: 'torch',
    dtype: 'float32',
    shape,
    reason: { key: 'random' },
    ...(space ? { space: { ...space, origin: [] } } : {}),
  };
}
const int = (value: number): Value => ({ kind: 'int', value });
const ints = (...values: number[]): Value => ({ kind: 'tuple', items: values.map(int) });
const all: Value = { kind: 'slice' };
const run = (op: string, args: Readonly<Record<string, Value>>): Value => runOperation(op, new Map(Object.entries(args)), torch);

/** The meaning and the shape of a result, in one line. */
function told(value: Value): string {
  if (value.kind !== 'array') return value.kind;
  const { name, family, axis } = value.space ?? {};
  const meaning =
    name === undefined ? 'unknown' : [name, family, axis === undefined ? undefined : `axis ${axis}`].filter(Boolean).join(' ');
  return `${meaning} [${value.shape?.join(', ') ?? '…'}]`;
}

const probabilities = tensor(['N', 10], { name: 'probabilities', family: 'categorical', axis: 1 });
const logits = tensor(['N', 10], { name: 'logits', axis: 1 });

describe('operations keep, move or lose the class axis', () => {
  test.each<[string, Value, string]>([
    ['p.T', run('permute', { x: probabilities, axes: ints(1, 0) }), 'probabilities categorical axis 0 [10, N]'],
    ['p[:, None]', indexArray(probabilities, [all, { kind: 'none' }], torch), 'probabilities categorical axis 2 [N, 1, 10]'],
    ['p[0]', indexArray(probabilities, [int(0)], torch), 'probabilities categorical axis 0 [10]'],
    ['p[:, 1]', indexArray(probabilities, [all, int(1)], torch), 'probabilities bernoulli [N]'],
    ['p[:, :3]', indexArray(probabilities, [all, { kind: 'slice', upper: int(3) }], torch), 'probabilities bernoulli [N, 3]'],
    ['logits[:, :3]', indexArray(logits, [all, { kind: 'slice', upper: int(3) }], torch), 'logits axis 1 [N, 3]'],
    [
      'p.reshape(2, -1, 10)',
      run('reshape', { x: tensor([8, 10], { name: 'probabilities', family: 'categorical', axis: 1 }), shape: ints(2, -1, 10) }),
      'probabilities categorical axis 2 [2, 4, 10]',
    ],
    ['p.flatten()', run('flatten', { x: probabilities, start: int(0), end: int(-1) }), 'probabilities bernoulli [10*N]'],
    ['p.mean(0)', run('mean', { x: probabilities, axis: int(0) }), 'probabilities categorical axis 0 [10]'],
    ['p.max(1).values', run('max', { x: probabilities, axis: int(1) }), 'probabilities bernoulli [N]'],
    ['p.argmax(1)', run('argmax', { x: probabilities, axis: int(1) }), 'class-index [N]'],
    ['p.sum(1)', run('sum', { x: probabilities, axis: int(1) }), 'unknown [N]'],
    ['p.log()', run('log', { x: probabilities }), 'log-probabilities categorical axis 1 [N, 10]'],
    ['p.log().exp()', run('exp', { x: run('log', { x: probabilities }) }), 'probabilities categorical axis 1 [N, 10]'],
    ['1 - p', binaryOperation('-', int(1), probabilities, torch), 'probabilities bernoulli [N, 10]'],
    [
      'p + 1e-8',
      binaryOperation('+', probabilities, { kind: 'float', value: 1e-8 }, torch),
      'probabilities categorical axis 1 [N, 10]',
    ],
    ['p * 2', binaryOperation('*', probabilities, int(2), torch), 'unknown [N, 10]'],
    [
      '(p + p) / 2',
      binaryOperation('/', binaryOperation('+', probabilities, probabilities, torch), int(2), torch),
      'probabilities categorical axis 1 [N, 10]',
    ],
    [
      'p.clamp(1e-7)',
      run('clip', { x: probabilities, low: { kind: 'float', value: 1e-7 } }),
      'probabilities categorical axis 1 [N, 10]',
    ],
    ['logits / T', binaryOperation('/', logits, { kind: 'float', value: 2.5 }, torch), 'logits axis 1 [N, 10]'],
    ['logits + bias', binaryOperation('+', logits, tensor([10]), torch), 'logits axis 1 [N, 10]'],
    ['relu(logits)', run('relu', { x: logits }), 'unknown [N, 10]'],
    ['dropout(logits)', run('dropout', { x: logits }), 'logits axis 1 [N, 10]'],
    [
      'cat of rows',
      run('concatenate', { arrays: { kind: 'tuple', items: [probabilities, probabilities] }, axis: int(0) }),
      'probabilities categorical axis 1 [2*N, 10]',
    ],
    [
      'cat of columns',
      run('concatenate', { arrays: { kind: 'tuple', items: [probabilities, probabilities] }, axis: int(1) }),
      'unknown [N, 20]',
    ],
    [
      'stack',
      run('stack', { arrays: { kind: 'tuple', items: [probabilities, probabilities] }, axis: int(0) }),
      'probabilities categorical axis 2 [2, N, 10]',
    ],
    [
      'masked scores',
      run('maskedFill', { x: logits, mask: { ...tensor(['N', 10]), dtype: 'bool' }, value: { kind: 'float', value: -Infinity } }),
      'logits axis 1 [N, 10]',
    ],
    ['softmax without an axis', run('softmax', { x: tensor([2, 3, 4]) }), 'probabilities categorical axis 0 [2, 3, 4]'],
    ['a loss', run('crossEntropy', { x: logits, target: { ...tensor(['N']), dtype: 'int64' } }), 'loss []'],
    ['a linear layer', run('dense', { x: tensor(['N', 128]), features: int(10) }), 'logits axis 1 [N, 10]'],
  ])('%s', (_, value, expected) => expect(told(value)).toBe(expected));
});

describe('what is not known of one argument leaves the rest', () => {
  const parameter: Value = { kind: 'unknown', reason: { key: 'parameter' }, symbol: 'param:f.t' };

  test.each<[string, Value, string]>([
    ['logits / t', binaryOperation('/', logits, parameter, torch), 'logits axis -1 […]'],
    ['torch.div(logits, t)', run('divide', { x: logits, y: parameter }), 'logits axis -1 […]'],
    ['p.clamp(t)', run('clip', { x: probabilities, low: parameter }), 'probabilities categorical axis 1 [N, 10]'],
    [
      'logits.masked_fill(t, -inf)',
      run('maskedFill', { x: logits, mask: parameter, value: { kind: 'float', value: -Infinity } }),
      'logits axis 1 [N, 10]',
    ],
    ['softmax(logits, dim=t)', run('softmax', { x: logits, axis: parameter }), 'probabilities categorical [N, 10]'],
  ])('%s', (_, value, expected) => expect(told(value)).toBe(expected));
});

describe('shapes with symbols', () => {
  const images = tensor(['N', 3, 32, 32]);
  const size = (x: Value, axis: number): Value => run('shapeOf', { x, axis: int(axis) });

  test.each<[string, Value, string]>([
    [
      'x.view(x.size(0), -1)',
      run('reshape', { x: images, shape: { kind: 'tuple', items: [size(images, 0), int(-1)] } }),
      '[N, 3072]',
    ],
    ['x.view(-1, 3072)', run('reshape', { x: images, shape: ints(-1, 3072) }), '[N, 3072]'],
    [
      'x.view(x.size(0) * 3, -1)',
      run('reshape', {
        x: images,
        shape: { kind: 'tuple', items: [binaryOperation('*', size(images, 0), int(3), torch), int(-1)] },
      }),
      '[3*N, 1024]',
    ],
    [
      'conv 3x3, stride 2, padding 1',
      run('conv', { x: images, channels: int(16), kernel: int(3), stride: int(2), padding: int(1) }),
      '[N, 16, 16, 16]',
    ],
    [
      'transposed conv',
      run('convTranspose', { x: images, channels: int(8), kernel: int(4), stride: int(2), padding: int(1) }),
      '[N, 8, 64, 64]',
    ],
    ['max pooling', run('pool', { x: images, kernel: int(2) }), '[N, 3, 16, 16]'],
    ['adaptive pooling', run('adaptivePool', { x: images, size: int(1) }), '[N, 3, 1, 1]'],
    ['matmul', run('matmul', { x: tensor(['N', 4, 8]), y: tensor([8, 5]) }), '[N, 4, 5]'],
    ['broadcasting', binaryOperation('+', tensor(['N', 1]), tensor([10]), torch), '[N, 10]'],
  ])('%s', (_, value, expected) => expect(value.kind === 'array' ? `[${value.shape?.join(', ')}]` : value).toBe(expected));

  test('what cannot be is an error', () => {
    expect(run('matmul', { x: tensor(['N', 4]), y: tensor([5, 2]) })).toMatchObject({
      kind: 'unknown',
      reason: { key: 'error' },
    });
    expect(run('reshape', { x: tensor([2, 3]), shape: ints(4, -1) })).toMatchObject({
      kind: 'unknown',
      reason: { key: 'error' },
    });
  });
});
