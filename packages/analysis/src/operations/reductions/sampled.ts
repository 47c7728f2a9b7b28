/** Statistics and filters of sampled functions: covariance, interpolation, integrals, convolution. */
import { fromData } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, libraryOf, number, operand, operandFrom, tensor, whole, word } from '../arguments.ts';
import { isFloat } from '../arrays/promotion.ts';
import { commonType, dataIn, elementwise, makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { listOf, numbersOf } from './series.ts';

/** The variables as rows. */
function variables(args: OperationArguments, role: string, context: OperationContext): readonly (readonly number[])[] {
  const { data, reason } = tensor(args, role, context);
  if (!data) return giveUp(reason?.key ?? 'unmodelled', reason?.name);
  const [rows = 1, columns = 1] = data.shape.length < 2 ? [1, data.data.length] : data.shape;
  const all = Array.from({ length: rows }, (_, i) => Array.from(data.data.slice(i * columns, (i + 1) * columns)));
  const turned = data.shape.length === 2 && given(args, 'rowvar') && !flag(args, 'rowvar');
  return turned ? Array.from({ length: columns }, (_, j) => all.map((row) => row[j] ?? Number.NaN)) : all;
}

function covariances(args: OperationArguments, context: OperationContext): readonly (readonly number[])[] {
  const rows = [...variables(args, 'x', context), ...(given(args, 'y') ? variables(args, 'y', context) : [])];
  const count = rows[0]?.length ?? 0;
  const ddof = whole(args, 'ddof') ?? (given(args, 'bias') && flag(args, 'bias') ? 0 : 1);
  const centred = rows.map((row) => {
    const mean = row.reduce((sum, value) => sum + value, 0) / count;
    return row.map((value) => value - mean);
  });
  const scale = 1 / (count - ddof);
  return centred.map((a) => centred.map((b) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) * scale));
}

function matrixOf(rows: readonly (readonly number[])[], { library, dtype }: ArrayValue): Value {
  const size = rows.length;
  const type = library === 'torch' && dtype?.includes('float') ? dtype : 'float64';
  if (library === 'torch' && !dtype?.includes('float')) return giveUp('unmodelled', 'dtype');
  return makeArray(library === 'torch' ? 'torch' : 'numpy', {
    data: fromData(Float64Array.from(rows.flat(), roundThrough(type)), size === 1 ? [] : [size, size], type),
    scalar: false,
  });
}

const covariance: Operation = (args, context) => matrixOf(covariances(args, context), tensor(args, 'x', context));

const correlation: Operation = (args, context) => {
  const rows = covariances(args, context);
  const deviations = rows.map((row, i) => Math.sqrt(row[i] ?? 0));
  const bounded = (value: number): number => Math.min(Math.max(value, -1), 1);
  return matrixOf(
    rows.map((row, i) => row.map((value, j) => bounded(value / (deviations[i] ?? 0) / (deviations[j] ?? 0)))),
    tensor(args, 'x', context),
  );
};

const interpolate: Operation = (args, context) => {
  const [xp, fp] = [numbersOf(args, 'xp', context), numbersOf(args, 'fp', context)];
  if (xp.length !== fp.length || xp.length === 0) raise('fp and xp are not of the same length.');
  const last = xp.length - 1;
  const [left, right] = [number(args, 'left') ?? fp[0] ?? 0, number(args, 'right') ?? fp[last] ?? 0];
  const at = (x: number): number => {
    if (Number.isNaN(x)) return x;
    if (x < (xp[0] ?? 0)) return left;
    if (x > (xp[last] ?? 0)) return right;
    let i = last;
    while (i > 0 && (xp[i] ?? 0) > x) i--;
    if (i === last || xp[i] === x) return fp[i] ?? 0;
    const slope = ((fp[i + 1] ?? 0) - (fp[i] ?? 0)) / ((xp[i + 1] ?? 0) - (xp[i] ?? 0));
    return slope * (x - (xp[i] ?? 0)) + (fp[i] ?? 0);
  };
  const x = operand(args, 'x', context);
  return elementwise(libraryOf([x], context), [x], { compute: at, result: 'float64' }, context);
};

const trapezoid: Operation = (args, context) => {
  const y = tensor(args, 'y', context);
  if (y.shape?.length !== 1) return giveUp('unmodelled', 'axes');
  const values = numbersOf(args, 'y', context);
  const x = given(args, 'x') ? numbersOf(args, 'x', context) : undefined;
  const step = number(args, 'step') ?? 1;
  let sum = 0;
  for (let i = 1; i < values.length; i++) {
    const width = x ? (x[i] ?? 0) - (x[i - 1] ?? 0) : step;
    sum += (width * ((values[i] ?? 0) + (values[i - 1] ?? 0))) / 2;
  }
  if (y.library !== 'torch') return makeArray(y.library, { data: fromData(Float64Array.of(sum), [], 'float64') });
  const dtype = y.dtype && isFloat(y.dtype) ? y.dtype : 'float32';
  return makeArray(y.library, { data: fromData(Float64Array.of(roundThrough(dtype)(sum)), [], dtype) });
};

const convolve: Operation = (args, context) => {
  const [x, y] = [operandFrom(tensor(args, 'x', context), context), operandFrom(tensor(args, 'y', context), context)];
  const { dtype } = commonType('numpy', [x, y]);
  if (!x.data || !y.data || !dtype || x.shape?.length !== 1 || y.shape?.length !== 1) return giveUp('unmodelled', 'convolve');
  if (x.data.data.length * y.data.data.length > 1_000_000) return giveUp('too-large');
  const isTurned = given(args, 'turned') !== undefined;
  // A correlation with a longer list comes out backwards.
  if (isTurned && y.data.data.length > x.data.data.length) return giveUp('unmodelled', 'correlate');
  const other = dataIn(y, dtype).data;
  const [long, short] = [dataIn(x, dtype).data, isTurned ? other.slice().reverse() : other].toSorted(
    (a, b) => b.length - a.length,
  );
  if (!long || !short || short.length === 0) return raise('v cannot be empty');
  const full = Array.from({ length: long.length + short.length - 1 }, (_, n) => {
    let sum = 0;
    for (let k = Math.max(0, n - short.length + 1); k <= Math.min(n, long.length - 1); k++)
      sum += (long[k] ?? 0) * (short[n - k] ?? 0);
    return sum;
  });
  const mode = given(args, 'mode') ? word(args, 'mode') : 'full';
  const skip = mode === 'valid' ? short.length - 1 : mode === 'same' ? Math.floor((short.length - 1) / 2) : 0;
  const length = mode === 'valid' ? long.length - short.length + 1 : mode === 'same' ? long.length : full.length;
  return listOf('numpy', full.slice(skip, skip + length), dtype);
};

export const sampledOperations: Readonly<Record<string, Operation>> = {
  covariance,
  correlation,
  interpolate,
  trapezoid,
  convolve,
};
