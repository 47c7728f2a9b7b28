import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allClose,
  argmax,
  argsort,
  array,
  broadcastShapes,
  broadcastTo,
  concatenate,
  equals,
  flip,
  fromData,
  gather,
  hardmaxAlong,
  index,
  item,
  map,
  mask,
  matmul,
  max,
  mean,
  moveAxis,
  type NdArray,
  ones,
  permute,
  reshape,
  scatter,
  softmax,
  softmaxAlong,
  sort,
  sparsemaxAlong,
  split,
  stack,
  sum,
  take,
  tile,
  toNested,
  topk,
  transpose,
  where,
  zeros,
  zipWith,
} from '../../src/index.ts';

// Without −0, which equals 0 but is told apart by `toEqual`.
const finite = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((x) => x + 0);
const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

function arrays(shape: readonly number[], element = finite): fc.Arbitrary<NdArray> {
  const size = shape.reduce((product, length) => product * length, 1);
  return fc.array(element, { minLength: size, maxLength: size }).map((data) => fromData(data, shape));
}
const anyArray = shapes.chain((shape) => arrays(shape));
const withAxis = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((shape) => fc.tuple(arrays(shape), fc.nat({ max: shape.length - 1 })));

const add = (a: NdArray, b: NdArray): NdArray => zipWith(a, b, (x, y) => x + y);
const same = (a: NdArray, b: NdArray): void => expect(b).toEqual(a);

describe('shape', () => {
  test('permuting and permuting back is the identity', () => {
    fc.assert(
      fc.property(
        anyArray.chain((a) =>
          fc.tuple(
            fc.constant(a),
            fc.shuffledSubarray(
              a.shape.map((_, i) => i),
              { minLength: a.shape.length },
            ),
          ),
        ),
        ([a, order]) => {
          const inverse = order.map((_, i) => order.indexOf(i));
          same(permute(permute(a, order), inverse), a);
        },
      ),
    );
  });

  test('nested lists and arrays say the same', () => {
    fc.assert(
      fc.property(anyArray, (a) => {
        same(array(toNested(a)), a);
      }),
    );
  });

  test('concatenating what was split gives it back', () => {
    fc.assert(
      fc.property(withAxis, fc.nat(), ([a, axis], cut) => {
        const length = a.shape[axis] ?? 0;
        const first = cut % (length + 1);
        same(concatenate(split(a, [first, length - first], axis), axis), a);
      }),
    );
  });

  test('an entry of a stack is what was put there', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        const stacked = stack([zeros(a.shape), a], axis);
        same(index(stacked, [...a.shape.slice(0, axis).map(() => ({})), 1]), a);
      }),
    );
  });
});

describe('broadcasting', () => {
  test('is symmetric, and repeats what it has', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        const row = sum(a, { axis, keepdims: true });
        const shape = broadcastShapes(a.shape, row.shape);
        expect(shape).toEqual(broadcastShapes(row.shape, a.shape));
        const counts = a.shape.map((length, i) => (i === axis ? length : 1));
        same(broadcastTo(row, shape), tile(row, counts));
      }),
    );
  });

  test('element-wise functions of two arrays see pairs of the broadcast ones', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        const row = max(a, { axis, keepdims: true });
        same(add(a, row), add(a, broadcastTo(row, a.shape)));
      }),
    );
  });

  test('the error names both shapes', () => {
    expect(() => add(zeros([2, 3]), zeros([4]))).toThrow('shapes [2, 3] and [4] do not broadcast');
    expect(() => broadcastTo(zeros([3]), [2])).toThrow('shape [3] does not broadcast to [2]');
  });
});

describe('reductions', () => {
  test('over all axes is one after another', () => {
    fc.assert(
      fc.property(anyArray, (a) => {
        const oneByOne = a.shape.reduce((rest) => sum(rest, { axis: 0 }), a);
        expect(item(oneByOne)).toBeCloseTo(item(sum(a)), 8);
        const largest = a.shape.reduce((rest) => max(rest, { axis: -1 }), a);
        expect(item(largest)).toBe(item(max(a)));
      }),
    );
  });

  test('keepdims only keeps axes of size 1', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        const kept = mean(a, { axis, keepdims: true });
        expect(kept.shape[axis]).toBe(1);
        same(reshape(kept, mean(a, { axis }).shape), mean(a, { axis }));
      }),
    );
  });

  test('the maximum stands where argmax says', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        same(gather(a, argmax(a, { axis, keepdims: true }), axis), max(a, { axis, keepdims: true }));
      }),
    );
  });

  test('an integer sum that a double cannot hold is an error, and so is the maximum of nothing', () => {
    expect(() => sum(array([2 ** 52, 2 ** 52], 'int64'))).toThrow('int64 cannot hold');
    expect(() => max(zeros([0]))).toThrow('max: no elements');
    expect(() => sum(zeros([2]), { axis: 1 })).toThrow('sum: axis 1 is out of range for an array of 1 dimensions');
  });
});

describe('selection', () => {
  test('sorting gathers by argsort, backwards when descending', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        same(gather(a, argsort(a, { axis }), axis), sort(a, { axis }));
        same(flip(sort(a, { axis }), axis), sort(a, { axis, descending: true }));
        same(topk(a, a.shape[axis] ?? 0, { axis }).values, sort(a, { axis, descending: true }));
      }),
    );
  });

  test('scatter puts back what gather took', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        const order = argsort(a, { axis });
        same(scatter(zeros(a.shape), order, gather(a, order, axis), axis), a);
      }),
    );
  });

  test('a mask and its opposite share the elements', () => {
    fc.assert(
      fc.property(anyArray, (a) => {
        const positive = map(a, (x) => (x > 0 ? 1 : 0), 'bool');
        const other = map(positive, (x) => 1 - x);
        expect(mask(a, positive).data.length + mask(a, other).data.length).toBe(a.data.length);
        same(where(positive, a, a), a);
      }),
    );
  });

  test('an index outside its axis is an error', () => {
    expect(() => take(zeros([3]), [3])).toThrow('index 3 is out of range for axis 0 of size 3');
    expect(() => index(zeros([3]), [0, 0])).toThrow('2 indices for shape [3]');
  });
});

describe('matmul', () => {
  const sizes = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 1, max: 4 })));
  const triples = sizes.chain(([n = 1, k = 1, l = 1, m = 1]) => fc.tuple(arrays([n, k]), arrays([k, l]), arrays([l, m])));
  const close = (a: NdArray, b: NdArray): void => expect(allClose(a, b, { relative: 1e-9, absolute: 1e-4 })).toBe(true);

  test('is associative, distributes over addition, and turns around under transposition', () => {
    fc.assert(
      fc.property(triples, ([a, b, c]) => {
        close(matmul(matmul(a, b), c), matmul(a, matmul(b, c)));
        close(matmul(a, add(b, b)), add(matmul(a, b), matmul(a, b)));
        same(transpose(matmul(a, b)), matmul(transpose(b), transpose(a)));
      }),
    );
  });

  test('the error names both shapes', () => {
    expect(() => matmul(zeros([2, 3]), zeros([2, 3]))).toThrow('matmul: shapes [2, 3] and [2, 3] do not match');
  });
});

test('equality tells dtype, shape and elements apart, and NaN equals NaN', () => {
  const a = array([1, Number.NaN]);
  expect(equals(a, array([1, Number.NaN]))).toBe(true);
  expect(equals(a, array([1, 2]))).toBe(false);
  expect(equals(a, array([[1, Number.NaN]]))).toBe(false);
  expect(equals(array([1]), array([1], 'float32'))).toBe(false);
});

describe('along an axis', () => {
  test('sparsemax and softmax sum to 1, and hardmax stands at the maximum', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        for (const f of [softmaxAlong, sparsemaxAlong, hardmaxAlong]) {
          expect(allClose(sum(f(a, axis), { axis }), ones([]), { absolute: 1e-12 })).toBe(true);
        }
        same(argmax(hardmaxAlong(a, axis), { axis }), argmax(a, { axis }));
      }),
    );
  });

  test('each line of softmax is the softmax of that line', () => {
    fc.assert(
      fc.property(withAxis, ([a, axis]) => {
        const lines = moveAxis(softmaxAlong(a, axis), axis, -1);
        const length = a.shape[axis] ?? 0;
        const first = moveAxis(a, axis, -1).data.slice(0, length);
        expect(Array.from(lines.data.slice(0, length))).toEqual(Array.from(softmax(Array.from(first))));
      }),
    );
  });

  test('an axis that is not there or is empty is an error', () => {
    expect(() => softmaxAlong([1, 2], 1)).toThrow('softmaxAlong: axis 1 is out of range for an array of 1 dimensions');
    expect(() => softmaxAlong(zeros([2, 0]), 1)).toThrow('softmaxAlong: axis 1 of shape [2, 0] is empty');
  });
});

test('ragged lists are an error', () => {
  expect(() => array([[1, 2], [3]])).toThrow('array: lists are ragged at depth 1, where the first ones have shape [2, 2]');
});
