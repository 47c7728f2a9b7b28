/** Running sums, products and extremes, and differences of neighbours. */
import { cumprod, cumsum, mapAlong } from '@softlens/core';
import { axes as axesArgument, flag, given, tensor, whole } from '../arguments.ts';
import { isFloat } from '../arrays/promotion.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { accumulator, normalAxes, withDtype } from './reduce.ts';

/** Running results along one axis; without one, of the flattened array. */
function cumulative(run: typeof cumsum, start: number): Operation {
  return (args, context) => {
    const { x } = withDtype({ x: tensor(args, 'x', context), axes: undefined, keepdims: false }, args, context);
    const axis = axesArgument(args)?.[0];
    const flat = axis === undefined;
    const dtype = given(args, 'dtype') ? x.dtype : accumulator(x.dtype, x.library);
    const length = x.shape?.every((dim) => typeof dim === 'number') ? x.shape.reduce<number>((a, b) => a * Number(b), 1) : '?';
    const shape = flat ? [length] : x.shape;
    if (!x.data || !dtype) return makeArray(x.library, { dtype, shape, reason: x.reason });
    const source = flat ? { ...x.data, shape: [x.data.data.length] } : x.data;
    const at = flat ? 0 : (normalAxes([axis], x)?.[0] ?? 0);
    const [exclusive, reverse] = [flag(args, 'exclusive'), flag(args, 'reverse')];
    if (!exclusive && !reverse && (x.library !== 'numpy' || dtype === 'float64' || !isFloat(dtype)))
      return makeArray(x.library, { data: run(source, at, dtype), scalar: false });
    const r = roundThrough(dtype);
    const step = run === cumsum ? (a: number, b: number) => r(a + b) : (a: number, b: number) => r(a * b);
    const along = (vector: Float64Array): Float64Array => running(reverse ? vector.toReversed() : vector, step, start, exclusive);
    const data = mapAlong(source, at, (vector) => (reverse ? along(vector).toReversed() : along(vector)), dtype, 'cumulative');
    return makeArray(x.library, { data, scalar: false });
  };
}

function running(vector: Float64Array, step: (a: number, b: number) => number, start: number, exclusive: boolean): Float64Array {
  let state = start;
  return vector.map((v) => {
    const before = state;
    state = step(state, v);
    return exclusive ? before : state;
  });
}

function runningExtreme(better: (a: number, b: number) => boolean, withIndex: boolean): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    const axis = normalAxes(axesArgument(args) ?? [0], x)?.[0] ?? 0;
    const places = (vector: Float64Array): Float64Array => {
      let best = 0;
      return vector.map((v, i) => {
        if (Number.isNaN(v) || better(v, vector[best] ?? v) || v === vector[best]) best = i;
        return best;
      });
    };
    const values =
      x.data &&
      mapAlong(x.data, axis, (vector) => places(vector).map((i) => vector[i] ?? Number.NaN), x.data.dtype, 'cumulative');
    const result = makeArray(x.library, { dtype: x.dtype, shape: x.shape, data: values, reason: x.reason, scalar: false });
    if (!withIndex) return result;
    const indices = x.data && mapAlong(x.data, axis, places, 'int64', 'cumulative');
    return {
      kind: 'tuple',
      items: [result, makeArray(x.library, { dtype: 'int64', shape: x.shape, data: indices, reason: x.reason })],
      names: ['values', 'indices'],
    };
  };
}

const diff: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const [n, axis] = [whole(args, 'n') ?? 1, normalAxes([whole(args, 'axis') ?? -1], x)?.[0] ?? 0];
  const bool = x.dtype === 'bool';
  const shape = x.shape?.map((dim, i) => (i === axis ? (typeof dim === 'number' ? Math.max(0, dim - n) : '?') : dim));
  let { data } = x;
  for (let i = 0; i < n && data; i++)
    data = mapAlong(
      data,
      axis,
      (v) => v.slice(1).map((b, j) => (bool ? Number(b !== v[j]) : b - (v[j] ?? Number.NaN))),
      data.dtype,
      'diff',
    );
  return makeArray(x.library, { dtype: x.dtype, shape, data, reason: x.reason, scalar: false });
};

export const cumulativeOperations: Readonly<Record<string, Operation>> = {
  cumsum: cumulative(cumsum, 0),
  cumprod: cumulative(cumprod, 1),
  cummaxWithIndex: runningExtreme((a, b) => a > b, true),
  cumminWithIndex: runningExtreme((a, b) => a < b, true),
  cumulativeMax: runningExtreme((a, b) => a > b, false),
  diff,
};
