/** Linear algebra: products and contractions. */
import { fromData, type NdArray, outer as outerKnown, sum as sumKnown } from '@softlens/core';
import type { Dim } from '../../values/dim.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, libraryOf, number, operandFrom, required, sizes, tensor, whole, word } from '../arguments.ts';
import { rulesOf } from '../dialects.ts';
import { arithmetic } from '../elementwise/arithmetic.ts';
import {
  commonType,
  dataIn,
  elementwise,
  makeArray,
  missingReason,
  type Operand,
  operandOf,
  roundThrough,
} from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { meanType, normalAxes } from '../reductions/reduce.ts';
import { kroneckerOf } from '../shapes/arrangements.ts';
import { permuted } from '../shapes/permutation.ts';
import { reshaped } from '../shapes/shape-operations.ts';
import { knownShape, multiplyDims, sizeOf } from '../shapes/shapes.ts';
import { makeSpace } from '../spaces.ts';
import { contraction, withoutEllipsis } from './einsum.ts';
import { matmul } from './matmul.ts';

function operandsOf(args: OperationArguments, context: OperationContext): readonly [Operand, Operand] {
  return [operandFrom(tensor(args, 'x', context), context), operandFrom(tensor(args, 'y', context), context)];
}

function transposeLast(x: ArrayValue): ArrayValue {
  const order = x.shape?.map((_, axis) => axis);
  return permuted(x, order && order.length > 1 ? [...order.slice(0, -2), order.length - 1, order.length - 2] : order);
}

export const matmulOperation: Operation = (args, context) => {
  const [x, y] = ['x', 'y'].map((role) => {
    const value = tensor(args, role, context);
    return operandFrom(flag(args, role === 'x' ? 'transposeX' : 'transposeY') ? transposeLast(value) : value, context);
  });
  return x && y ? matmul(x, y, libraryOf([x, y], context), context) : giveUp('unmodelled');
};

/** np.dot: a product with a number, else over the last axis of x and the last but one of y. */
const dot: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const library = libraryOf([x, y], context);
  if (x.shape?.length === 0 || y.shape?.length === 0) return arithmetic('*', library, [x, y], {}, context);
  if (x.shape && y.shape && y.shape.length > 2) return giveUp('unmodelled', 'dot of many axes');
  return matmul(x, y, library, context);
};

const inner: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const library = libraryOf([x, y], context);
  if (x.shape?.length === 0 || y.shape?.length === 0) return arithmetic('*', library, [x, y], {}, context);
  const turned = y.source.kind === 'array' && (y.shape?.length ?? 1) > 1 ? operandFrom(transposeLast(y.source), context) : y;
  return (y.shape?.length ?? 1) > 2 ? giveUp('unmodelled', 'inner') : matmul(x, turned, library, context);
};

const outer: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const library = libraryOf([x, y], context);
  const { dtype } = commonType(library, [x, y]);
  const shape = x.shape && y.shape && [sizeOf(x.shape), sizeOf(y.shape)];
  if (!dtype || !x.data || !y.data) return makeArray(library, { dtype, shape, reason: missingReason([x, y]) });
  if (x.data.data.length * y.data.data.length > context.maxElements)
    return makeArray(library, { dtype, shape, reason: { key: 'too-large' } });
  return makeArray(library, { data: outerKnown(dataIn(x, dtype), dataIn(y, dtype), dtype) });
};

const vdot: Operation = (args, context) => {
  const flat = (role: string): Operand => operandFrom(reshaped(tensor(args, role, context), [-1]), context);
  const [x, y] = [flat('x'), flat('y')];
  return matmul(x, y, libraryOf([x, y], context), context);
};

/** Σ x·y along one axis. */
const vecdot: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const library = libraryOf([x, y], context);
  return sumAlong(elementwise(library, [x, y], { compute: (a, b) => a * b }, context), whole(args, 'axis') ?? -1);
};

function sumAlong(x: ArrayValue, asked: number): ArrayValue {
  const axis = normalAxes([asked], x)?.[0];
  const shape = x.shape?.filter((_, i) => i !== axis);
  return makeArray(x.library, {
    dtype: x.dtype,
    shape,
    data: x.data && sumKnown(x.data, { axis, dtype: x.data.dtype }),
    reason: x.reason,
  });
}

const addmm: Operation = (args, context) => {
  const [y, z] = [operandFrom(tensor(args, 'y', context), context), operandFrom(tensor(args, 'z', context), context)];
  const library = libraryOf([y, z], context);
  const product = operandOf(matmul(y, z, library, context)) ?? giveUp('unmodelled');
  const [beta, scale] = [number(args, 'beta') ?? 1, number(args, 'scale') ?? 1];
  return elementwise(
    library,
    [operandFrom(tensor(args, 'x', context), context), product],
    { compute: (a, b) => beta * a + scale * b },
    context,
  );
};

/** x·Wᵀ + b. A learned linear map gives scores; with literal weights it computes. */
export const linear: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const weight = tensor(args, 'weight', context);
  const [a, b] = [operandFrom(x, context), operandFrom(transposeLast(weight), context)];
  const product = matmul(a, b, libraryOf([a], context), context);
  const biased = given(args, 'bias') ? biasAdded(product, operandFrom(tensor(args, 'bias', context), context), context) : product;
  const axis = biased.shape && biased.shape.length - 1;
  const origin = [{ place: context.place, what: context.row?.name ?? 'linear' }];
  return { ...biased, space: makeSpace('logits', { axis: axis ?? -1, classes: biased.shape?.at(-1), origin }) };
};

function biasAdded(product: ArrayValue, bias: Operand, context: OperationContext): ArrayValue {
  const sum = operandOf(product) ?? giveUp('unmodelled');
  return elementwise(product.library, [sum, bias], { compute: (u, v) => u + v }, context);
}

const tensordot: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const asked = given(args, 'axes');
  if (!x.shape || !y.shape) return makeArray(libraryOf([x, y], context), { reason: missingReason([x, y]) });
  const ranks = [x.shape.length, y.shape.length] as const;
  const [left, right] = contractedAxes(asked, ranks);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const first = [...letters.slice(0, ranks[0])];
  const second = [...letters.slice(ranks[0], ranks[0] + ranks[1])].map((letter, axis) => {
    const match = right.indexOf(axis);
    return match < 0 ? letter : (first[left[match] ?? 0] ?? letter);
  });
  const out = [...first.filter((_, axis) => !left.includes(axis)), ...second.filter((_, axis) => !right.includes(axis))];
  const result = contraction([first, second], out, [x, y], libraryOf([x, y], context), context);
  // An array also where nothing is left of the axes.
  return result.kind === 'array' && result.scalar ? makeArray(result.library, { ...result, scalar: false }) : result;
};

function contractedAxes(
  asked: Value | undefined,
  [first, second]: readonly [number, number],
): readonly [readonly number[], readonly number[]] {
  if (asked?.kind === 'tuple') {
    const [left, right] = asked.items.map((item) => sizes(item).map(Number));
    return [
      (left ?? []).map((axis) => (axis < 0 ? axis + first : axis)),
      (right ?? []).map((axis) => (axis < 0 ? axis + second : axis)),
    ];
  }
  const count = asked?.kind === 'int' ? Number(asked.value) : 2;
  return [Array.from({ length: count }, (_, i) => first - count + i), Array.from({ length: count }, (_, i) => i)];
}

const einsum: Operation = (args, context) => {
  const equation = word(args, 'equation') ?? raise('einsum: no equation');
  const list = required(args, 'operands');
  const items =
    list.kind === 'tuple'
      ? list.items.length === 1 && list.items[0]?.kind === 'tuple'
        ? list.items[0].items
        : list.items
      : [list];
  const operands = items.map((item) => operandFrom(item, context));
  const [inputs, output] = withoutEllipsis(equation.replaceAll(' ', ''), operands).split('->');
  const terms = (inputs ?? '').split(',').map((term) => [...term]);
  if (terms.length !== operands.length) raise('einsum: the number of operands does not match the equation');
  const all = terms.flat();
  const implied = [...new Set(all)].filter((letter) => all.indexOf(letter) === all.lastIndexOf(letter)).sort();
  return contraction(terms, output === undefined ? implied : [...output], operands, libraryOf(operands, context), context);
};

const trace: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const [rows, columns] = x.shape ?? [];
  const dtype = x.dtype === undefined || x.dtype.includes('float') ? x.dtype : rulesOf(x.library).defaultInt;
  if (!x.data || !dtype || typeof rows !== 'number' || typeof columns !== 'number')
    return makeArray(x.library, { dtype, shape: [], reason: x.reason });
  const { data } = x.data;
  const value = Array.from({ length: Math.min(rows, columns) }, (_, i) => data[i * columns + i] ?? 0).reduce((a, b) => a + b, 0);
  return makeArray(x.library, { data: fromData([value], [], dtype) });
};

const bilinear: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const features: Dim = whole(args, 'features') ?? '?';
  return makeArray(x.library, { dtype: x.dtype, shape: x.shape && [...x.shape.slice(0, -1), features] });
};

/** x·y / max(‖x‖·‖y‖, ε) along an axis. */
const cosineSimilarity: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const library = libraryOf([x, y], context);
  const [asked, epsilon] = [whole(args, 'axis') ?? 1, number(args, 'epsilon') ?? 1e-8];
  const part = (compute: (a: number, b: number) => number): ArrayValue =>
    sumAlong(elementwise(library, [x, y], { compute, result: 'float64' }, context), asked);
  const [top, left, right] = [part((a, b) => a * b), part((a) => a * a), part((_, b) => b * b)];
  const { dtype } = commonType(library, [x, y]);
  if (!top.data || !left.data || !right.data || !dtype)
    return makeArray(library, { dtype, shape: top.shape, reason: top.reason });
  const [p, q] = [left.data.data, right.data.data];
  const round = roundThrough(dtype);
  const values = Float64Array.from(top.data.data, (v, i) =>
    round(v / (Math.max(Math.sqrt(p[i] ?? 0), epsilon) * Math.max(Math.sqrt(q[i] ?? 0), epsilon))),
  );
  return makeArray(library, { data: fromData(values, top.data.shape, dtype) });
};

function normOf(values: readonly number[], order: number): number {
  if (order === 2) return Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
  if (order === 1) return values.reduce((sum, v) => sum + Math.abs(v), 0);
  return order === Infinity
    ? Math.max(...values.map(Math.abs))
    : values.reduce((sum, v) => sum + Math.abs(v) ** order, 0) ** (1 / order);
}

/** ‖x − y + ε‖ over the last axis. */
const pairwiseDistance: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const library = libraryOf([x, y], context);
  const [order, epsilon] = [number(args, 'order') ?? 2, number(args, 'epsilon') ?? 1e-6];
  const difference = elementwise(library, [x, y], { compute: (a, b) => a - b + epsilon }, context);
  const shape = difference.shape && [...difference.shape.slice(0, -1), ...(flag(args, 'keepdims') ? [1] : [])];
  const known = shape && knownShape(shape);
  const size = difference.data?.shape.at(-1);
  if (!difference.data || !known || size === undefined)
    return makeArray(library, { dtype: difference.dtype, shape, reason: difference.reason });
  return makeArray(library, { data: lines(difference.data, size, known, (line) => normOf(line, order)) });
};

function lines(data: NdArray, size: number, shape: readonly number[], compute: (line: readonly number[]) => number): NdArray {
  const round = roundThrough(data.dtype);
  const all = [...data.data];
  return fromData(
    Array.from({ length: all.length / size }, (_, i) => round(compute(all.slice(i * size, (i + 1) * size)))),
    shape,
    data.dtype,
  );
}

/** Distances between all rows of x and all rows of y. */
const cdist: Operation = (args, context) => {
  const [x, y] = [tensor(args, 'x', context), tensor(args, 'y', context)];
  const order = given(args, 'order') ? (number(args, 'order') ?? 2) : 2;
  if (!x.shape || !y.shape || x.shape.length !== 2 || y.shape.length !== 2) return makeArray(x.library, { dtype: x.dtype });
  const [rows, size] = x.shape;
  const shape = [rows ?? '?', y.shape[0] ?? '?'];
  const known = knownShape(shape);
  const dtype = meanType(x.dtype, x.library);
  if (!x.data || !y.data || !known || !dtype || typeof size !== 'number') return makeArray(x.library, { dtype, shape });
  const columns = known[1] ?? 0;
  const count = (known[0] ?? 0) * columns;
  if (count > context.maxElements) return makeArray(x.library, { dtype, shape, reason: { key: 'too-large' } });
  const [a, b] = [[...x.data.data], [...y.data.data]];
  const round = roundThrough(dtype);
  const values = Array.from({ length: count }, (_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    return round(
      normOf(
        Array.from({ length: size }, (__, k) => (a[i * size + k] ?? 0) - (b[j * size + k] ?? 0)),
        order,
      ),
    );
  });
  return makeArray(x.library, { data: fromData(values, known, dtype) });
};

const kron: Operation = (args, context) => {
  const [x, y] = [tensor(args, 'x', context), tensor(args, 'y', context)];
  if (x.data?.shape.length === 1 && y.data?.shape.length === 1) {
    const product = outer(args, context);
    return product.kind === 'array' ? reshaped(product, [-1]) : product;
  }
  const known = kroneckerOf(args, context);
  if (known) return known;
  return makeArray(x.library, {
    dtype: x.dtype,
    shape:
      x.shape && y.shape && x.shape.length === y.shape.length
        ? x.shape.map((dim, i) => multiplyDims(dim, y.shape?.[i] ?? '?'))
        : undefined,
  });
};

/** Of vectors of three along an axis. */
const cross: Operation = (args, context) => {
  const [x, y] = operandsOf(args, context);
  const library = libraryOf([x, y], context);
  const { dtype } = commonType(library, [x, y]);
  const shape = x.shape;
  if (!dtype || !x.data || !y.data || shape?.length !== 1 || shape[0] !== 3 || y.shape?.length !== 1 || y.shape[0] !== 3)
    return makeArray(library, { dtype, shape });
  const [[a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]] = [[...dataIn(x, dtype).data], [...dataIn(y, dtype).data]];
  const r = roundThrough(dtype);
  return makeArray(library, {
    data: fromData([r(r(b * f) - r(c * e)), r(r(c * d) - r(a * f)), r(r(a * e) - r(b * d))], [3], dtype),
  });
};

export const algebraOperations: Readonly<Record<string, Operation>> = {
  matmul: matmulOperation,
  dot,
  inner,
  outer,
  vdot,
  vecdot,
  addmm,
  tensordot,
  einsum,
  linear,
  bilinear,
  trace,
  cosineSimilarity,
  pairwiseDistance,
  cdist,
  kron,
  cross,
};
