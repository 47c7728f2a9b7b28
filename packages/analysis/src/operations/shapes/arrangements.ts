/** Turning, pairing and addressing elements: https://numpy.org/doc/stable/reference/routines.html and https://pytorch.org/docs/stable/torch.html */
import { fromData } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import {
  flag,
  given,
  libraryOf,
  number,
  numberOfValue,
  operand,
  required,
  sizes,
  tensor,
  tensorOf,
  whole,
  word,
} from '../arguments.ts';
import { isFloat } from '../arrays/promotion.ts';
import { indexType } from '../dialects.ts';
import { castData, commonType, elementwise, makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { listOf, numbersOf } from '../reductions/series.ts';

/** A matrix turned by quarters, counter-clockwise. */
const rotate: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const [rows, columns] = x.data?.shape ?? [];
  const axes = given(args, 'axes') ? sizes(required(args, 'axes')).map(Number) : [0, 1];
  if (x.data?.shape.length !== 2 || rows === undefined || columns === undefined || axes.join() !== '0,1')
    return giveUp('unmodelled', 'rot90');
  const turns = (((whole(args, 'times') ?? 1) % 4) + 4) % 4;
  const { data } = x.data;
  const [height, width] = turns % 2 === 0 ? [rows, columns] : [columns, rows];
  const from = (i: number, j: number): number => {
    if (turns === 0) return i * columns + j;
    if (turns === 1) return j * columns + (columns - 1 - i);
    if (turns === 2) return (rows - 1 - i) * columns + (columns - 1 - j);
    return (rows - 1 - j) * columns + i;
  };
  const cells = Array.from({ length: height * width }, (_, at) => data[from(Math.floor(at / width), at % width)] ?? 0);
  return makeArray(x.library, { data: fromData(cells, [height, width], x.data.dtype) });
};

/** Elements of the flattened array, or rows of a matrix, where the condition holds. */
const compress: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.data || (given(args, 'axis') && x.data.shape.length !== 1)) return giveUp('unmodelled', 'axis');
  const keep = numbersOf(args, 'condition', context);
  return listOf(
    x.library,
    Array.from(x.data.data).filter((_, i) => (keep[i] ?? 0) !== 0),
    x.data.dtype,
  );
};

/** np.unravel_index: the place of a flat index in a shape. */
const unravelIndex: Operation = (args, context) => {
  if (given(args, 'order') && word(args, 'order') !== 'C') return giveUp('unmodelled', 'order');
  const shape = sizes(required(args, 'shape')).map(Number);
  const total = shape.reduce((a, b) => a * b, 1);
  const at = required(args, 'indices');
  const index = at.kind === 'int' ? Number(at.value) : at.kind === 'array' && at.scalar ? at.data?.data[0] : undefined;
  const list = index === undefined ? tensorOf(at, context).data : undefined;
  if (index === undefined && list?.shape.length !== 1) return giveUp('unmodelled', 'unravel_index');
  const flat = index === undefined ? Array.from(list?.data ?? []) : [index];
  if (flat.some((one) => !(one >= 0 && one < total))) raise('index is out of bounds');
  const columns = shape.map((size, axis) => {
    const inner = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
    return flat.map((one) => Math.floor(one / inner) % size);
  });
  const items = columns.map(
    (column): Value =>
      index === undefined
        ? listOf('numpy', column, 'int64')
        : makeArray('numpy', { data: fromData(column, [], 'int64'), scalar: true }),
  );
  return { kind: 'tuple', items };
};

/** Horner's rule, from the highest power. */
const polynomial: Operation = (args, context) => {
  const coefficients = tensor(args, 'coefficients', context);
  const x = operand(args, 'x', context);
  if (coefficients.data?.shape.length !== 1) return giveUp('unmodelled', 'polyval');
  const { dtype } = commonType('numpy', [x, operand(args, 'coefficients', context)]);
  if (dtype !== 'float64' && dtype !== 'int64') return giveUp('unmodelled', 'polyval');
  const list = Array.from(coefficients.data.data, Number);
  return elementwise('numpy', [x], { compute: (v) => list.reduce((sum, c) => sum * v + c, 0), result: dtype }, context);
};

/** The p-norm of the difference. */
const normOfDifference: Operation = (args, context) => {
  const [x, y] = [operand(args, 'x', context), operand(args, 'y', context)];
  const order = number(args, 'order') ?? 2;
  const difference = elementwise('torch', [x, y], { compute: (a, b) => Math.abs(a - b) }, context);
  const { data } = difference;
  if (!data || !(order > 0)) return makeArray('torch', { dtype: difference.dtype, shape: [], reason: difference.reason });
  if (!isFloat(data.dtype)) raise('not implemented for integers');
  const values = Array.from(data.data, Number);
  const norm = order === Infinity ? Math.max(...values) : values.reduce((sum, v) => sum + v ** order, 0) ** (1 / order);
  return makeArray('torch', { data: fromData([roundThrough(data.dtype)(norm)], [], data.dtype) });
};

/** Runs of equal elements become one. */
const uniqueConsecutive: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (x.data?.shape.length !== 1 || given(args, 'axis') || flag(args, 'returnInverse') || flag(args, 'returnCounts'))
    return giveUp('unmodelled', 'unique_consecutive');
  const values = Array.from(x.data.data);
  return listOf(
    x.library,
    values.filter((v, i) => i === 0 || v !== values[i - 1]),
    x.data.dtype,
  );
};

/** Vectors of the last axis on the diagonals of matrices. */
const diagonalMatrices: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.data || (whole(args, 'offset') ?? 0) !== 0 || whole(args, 'first') !== -2 || whole(args, 'second') !== -1)
    return giveUp('unmodelled', 'diag_embed');
  const size = x.data.shape.at(-1) ?? raise('diag_embed of a scalar');
  const cells = Array.from(x.data.data).flatMap((v, i) => Array.from({ length: size }, (_, j) => (j === i % size ? v : 0)));
  if (cells.length > context.maxElements) return giveUp('too-large');
  return makeArray(x.library, { data: fromData(cells, [...x.data.shape, size], x.data.dtype) });
};

function lists(value: Value, context: OperationContext): readonly ArrayValue[] {
  const items = value.kind === 'tuple' ? value.items : [value];
  return items.map((item) => tensorOf(item, context));
}

/** All choices of one element of each list. */
const cartesianProduct: Operation = (args, context) => {
  const arrays = lists(required(args, 'arrays'), context);
  const [first] = arrays;
  if (
    !first?.data ||
    arrays.length < 2 ||
    arrays.some(({ data }) => data?.shape.length !== 1 || data.dtype !== first.data?.dtype)
  )
    return giveUp('unmodelled', 'cartesian_prod');
  const count = arrays.reduce((product, { data }) => product * (data?.data.length ?? 0), arrays.length);
  if (count > context.maxElements) return giveUp('too-large');
  const rows = arrays.reduce<readonly (readonly number[])[]>(
    (chosen, { data }) => chosen.flatMap((row) => Array.from(data?.data ?? [], (v) => [...row, v])),
    [[]],
  );
  return makeArray('torch', { data: fromData(rows.flat(), [rows.length, arrays.length], first.data.dtype) });
};

/** All subsets of r elements, in order. */
const subsets: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const size = whole(args, 'r') ?? 2;
  if (x.data?.shape.length !== 1 || flag(args, 'withReplacement') || size < 1 || size > 4)
    return giveUp('unmodelled', 'combinations');
  const values = Array.from(x.data.data);
  if (values.length ** size > context.maxElements) return giveUp('too-large');
  const choose = (from: number, left: number): readonly (readonly number[])[] =>
    left === 0 ? [[]] : values.slice(from).flatMap((v, i) => choose(from + i + 1, left - 1).map((rest) => [v, ...rest]));
  const rows = choose(0, size);
  return makeArray('torch', { data: fromData(rows.flat(), [rows.length, size], x.data.dtype) });
};

/** Where each element belongs among sorted boundaries. */
const bucketize: Operation = (args, context) => {
  const x = operand(args, 'x', context);
  const bounds = numbersOf(args, 'boundaries', context);
  const right = flag(args, 'right');
  const at = (v: number): number => bounds.filter((bound) => (right ? bound <= v : bound < v)).length;
  const result = flag(args, 'narrow') ? ('int32' as const) : indexType('torch');
  return elementwise(libraryOf([x], context), [x], { compute: at, result }, context);
};

/** The first largest or smallest of the flattened array that is not NaN. */
function withoutNan(better: (a: number, b: number) => boolean): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    if (!x.data || (given(args, 'axis') && x.data.shape.length !== 1)) return giveUp('unmodelled', 'axis');
    const values = Array.from(x.data.data, Number);
    const best = values.reduce((place, v, i) => {
      const known = values[place];
      return !Number.isNaN(v) && (known === undefined || better(v, known)) ? i : place;
    }, -1);
    if (best < 0) raise('All-NaN slice encountered');
    return makeArray('numpy', { data: fromData([best], [], 'int64'), scalar: true });
  };
}

/** A number on the diagonal of a matrix. */
const fillDiagonal: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const value = numberOfValue(required(args, 'value'));
  const [rows, columns] = x.data?.shape ?? [];
  const plain = { dtype: x.dtype, shape: x.shape, ...(x.space?.name === 'logits' ? { space: x.space } : {}), reason: x.reason };
  if (x.data?.shape.length !== 2 || rows === undefined || columns === undefined || flag(args, 'wrap'))
    return makeArray(x.library, plain);
  const cells = Float64Array.from(x.data.data, (v, i) => (Math.floor(i / columns) === i % columns ? value : v));
  return makeArray(x.library, { ...plain, data: castData(fromData(cells, [rows, columns], 'float64'), x.data.dtype) });
};

/** The quotient and the remainder. */
const quotientAndRest: Operation = (args, context) => {
  const [x, y] = [operand(args, 'x', context), operand(args, 'y', context)];
  const library = libraryOf([x, y], context);
  const { dtype } = commonType(library, [x, y]);
  if (dtype !== 'int64' || (y.data ? Array.from(y.data.data).includes(0) : y.number === 0)) return giveUp('unmodelled', 'divmod');
  const floor = elementwise(library, [x, y], { compute: (a, b) => Math.floor(a / b) }, context);
  const rest = elementwise(library, [x, y], { compute: (a, b) => a - b * Math.floor(a / b) }, context);
  return { kind: 'tuple', items: [floor, rest] };
};

/** Kronecker product of two matrices. */
export function kroneckerOf(args: OperationArguments, context: OperationContext): ArrayValue | undefined {
  const [x, y] = [tensor(args, 'x', context), tensor(args, 'y', context)];
  const { dtype } = commonType(x.library, [operand(args, 'x', context), operand(args, 'y', context)]);
  if (!x.data || !y.data || !dtype || x.data.shape.length !== 2 || y.data.shape.length !== 2) return undefined;
  const [[a = 0, b = 0], [c = 0, d = 0]] = [x.data.shape, y.data.shape];
  if (a * b * c * d > context.maxElements) return undefined;
  const [left, right, round] = [x.data.data, y.data.data, roundThrough(dtype)];
  const cells = Array.from({ length: a * b * c * d }, (_, at) => {
    const [i, j] = [Math.floor(at / (b * d)), at % (b * d)];
    return round((left[Math.floor(i / c) * b + Math.floor(j / d)] ?? 0) * (right[(i % c) * d + (j % d)] ?? 0));
  });
  return makeArray(x.library, { data: fromData(cells, [a * c, b * d], dtype) });
}

export const arrangementOperations: Readonly<Record<string, Operation>> = {
  rotate,
  compress,
  unravelIndex,
  polynomial,
  normOfDifference,
  uniqueConsecutive,
  diagonalMatrices,
  cartesianProduct,
  subsets,
  bucketize,
  nanargmax: withoutNan((a, b) => a > b),
  nanargmin: withoutNan((a, b) => a < b),
  fillDiagonal,
  quotientAndRest,
};
