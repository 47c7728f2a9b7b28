/** Singular values, eigenvalues of symmetric matrices, and what is solved by them. https://numpy.org/doc/stable/reference/routines.linalg.html */
import { type DType, fromData } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, number, tensor, whole } from '../arguments.ts';
import { makeArray, operandOf, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { matmul } from './matmul.ts';

/** A matrix as its columns. */
type Columns = readonly Float64Array[];

interface Matrix {
  readonly rows: number;
  readonly columns: Columns;
}

/** Elements of the largest matrix that is taken apart. */
const largest = 2_500;

function matrix(x: ArrayValue): Matrix {
  const [rows = 0, width = 0] = x.data?.shape ?? [];
  if (!x.data) return giveUp(x.reason?.key ?? 'unmodelled', x.reason?.name);
  if (x.data.shape.length !== 2) return giveUp('unmodelled', 'batched matrices');
  if (rows * width > largest || rows * width === 0) return giveUp('too-large');
  const { data } = x.data;
  const columns = Array.from({ length: width }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => Number(data[i * width + j])),
  );
  if (columns.some((column) => !column.every(Number.isFinite))) return giveUp('unmodelled', 'not finite');
  return { rows, columns };
}

const inner = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** a ← c·a − s·b, b ← s·a + c·b. */
function rotate(a: Float64Array, b: Float64Array, c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
}

interface Singular {
  /** Largest first. */
  readonly values: readonly number[];
  readonly left: Columns;
  readonly right: Columns;
}

const mostSweeps = 60;

/** One-sided Jacobi rotations (Hestenes 1958) make the columns orthogonal; for matrices at least as high as wide. */
function singular({ columns }: Matrix): Singular {
  const work = columns.map((column) => column.slice());
  const count = work.length;
  const right = Array.from({ length: count }, (_, j) => Float64Array.from({ length: count }, (_, i) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let turned = false;
    for (let p = 0; p < count - 1; p++)
      for (let q = p + 1; q < count; q++) {
        const [a, b] = [work[p] as Float64Array, work[q] as Float64Array];
        const [alpha, beta, gamma] = [inner(a, a), inner(b, b), inner(a, b)];
        if (gamma === 0 || Math.abs(gamma) <= 1e-16 * Math.sqrt(alpha * beta)) continue;
        turned = true;
        const zeta = (beta - alpha) / (2 * gamma);
        const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const c = 1 / Math.sqrt(1 + t * t);
        rotate(a, b, c, c * t);
        rotate(right[p] as Float64Array, right[q] as Float64Array, c, c * t);
      }
    if (!turned) break;
  }
  const lengths = work.map((column) => Math.sqrt(inner(column, column)));
  const order = lengths.map((_, i) => i).sort((i, j) => (lengths[j] ?? 0) - (lengths[i] ?? 0));
  return {
    values: order.map((i) => lengths[i] ?? 0),
    left: order.map((i) => (work[i] as Float64Array).map((value) => (lengths[i] ? value / lengths[i] : 0))),
    right: order.map((i) => right[i] as Float64Array),
  };
}

const turned = ({ rows, columns }: Matrix): Matrix => ({
  rows: columns.length,
  columns: Array.from({ length: rows }, (_, i) => Float64Array.from(columns, (column) => column[i] ?? 0)),
});

function decomposed(of: Matrix): Singular {
  if (of.rows >= of.columns.length) return singular(of);
  const { values, left, right } = singular(turned(of));
  return { values, left: right, right: left };
}

const floatOf = (x: ArrayValue): DType => (x.dtype === 'float32' ? 'float32' : 'float64');

const shaped = (library: string, values: readonly number[], shape: readonly number[], dtype: DType): ArrayValue =>
  makeArray(library, { data: fromData(Float64Array.from(values, roundThrough(dtype)), shape, dtype), scalar: false });

const fromColumns = (library: string, columns: Columns, dtype: DType): ArrayValue => {
  const rows = columns[0]?.length ?? 0;
  const values = Array.from(
    { length: rows * columns.length },
    (_, k) => columns[k % columns.length]?.[Math.floor(k / columns.length)] ?? 0,
  );
  return shaped(library, values, [rows, columns.length], dtype);
};

/** The least squares of a·c − y, the smallest c of several. */
function solved(
  { values, left, right }: Singular,
  y: Float64Array,
  cutoff: number,
): { readonly rank: number; readonly c: Float64Array } {
  const limit = cutoff * (values[0] ?? 0);
  const c = new Float64Array(right[0]?.length ?? 0);
  const kept = values.filter((value) => value > limit);
  kept.forEach((value, k) => {
    const weight = inner(left[k] as Float64Array, y) / value;
    right[k]?.forEach((part, i) => {
      c[i] = (c[i] ?? 0) + weight * part;
    });
  });
  return { rank: kept.length, c };
}

const epsilon = 2 ** -52;

const leastSquares: Operation = (args, context) => {
  const [x, y] = [tensor(args, 'x', context), tensor(args, 'y', context)];
  const a = matrix(x);
  const height = y.data?.shape[0];
  if (!y.data || y.data.shape.length > 2) return giveUp(y.reason?.key ?? 'unmodelled', 'lstsq');
  if (height !== a.rows) return raise('Incompatible dimensions');
  const width = y.data.shape[1] ?? 1;
  const { data } = y.data;
  const targets = Array.from({ length: width }, (_, j) =>
    Float64Array.from({ length: a.rows }, (_, i) => Number(data[i * width + j])),
  );
  const parts = decomposed(a);
  const asked = given(args, 'cutoff')?.kind === 'text' ? -1 : number(args, 'cutoff');
  const cutoff = asked === undefined ? epsilon * Math.max(a.rows, a.columns.length) : asked < 0 ? epsilon : asked;
  const solutions = targets.map((target) => solved(parts, target, cutoff));
  const rank = solutions[0]?.rank ?? 0;
  const residuals = solutions.map(({ c }, k) => {
    const target = targets[k] as Float64Array;
    return target.reduce(
      (sum, value, i) => sum + (value - a.columns.reduce((all, column, j) => all + (column[i] ?? 0) * (c[j] ?? 0), 0)) ** 2,
      0,
    );
  });
  const whole = rank === a.columns.length && a.rows > a.columns.length;
  const solution = fromColumns(
    'numpy',
    solutions.map(({ c }) => c),
    'float64',
  );
  return {
    kind: 'tuple',
    items: [
      y.data.shape.length === 1 ? shaped('numpy', [...(solutions[0]?.c ?? [])], [a.columns.length], 'float64') : solution,
      shaped('numpy', whole ? residuals : [], [whole ? residuals.length : 0], 'float64'),
      makeArray('numpy', { data: fromData([rank], [], 'int32') }),
      shaped('numpy', parts.values, [parts.values.length], 'float64'),
    ],
  };
};

/** The columns are scaled to length 1, as numpy.polyfit does. Highest power first. */
const polynomialFit: Operation = (args, context) => {
  const [x, y] = [tensor(args, 'x', context), tensor(args, 'y', context)];
  const degree = whole(args, 'degree') ?? raise('expected deg >= 0');
  if (!x.data || !y.data || x.data.shape.length !== 1 || y.data.shape.length !== 1) return giveUp('unmodelled', 'polyfit');
  if (given(args, 'weights') || (given(args, 'full') && flag(args, 'full')) || (given(args, 'cov') && flag(args, 'cov')))
    return giveUp('unmodelled', 'polyfit');
  const points = Array.from(x.data.data, Number);
  if (points.length !== y.data.data.length) return raise('expected x and y to have same length');
  if (points.length > 500 || degree > 20) return giveUp('too-large');
  const powers = Array.from({ length: degree + 1 }, (_, j) => Float64Array.from(points, (point) => point ** (degree - j)));
  const scales = powers.map((column) => Math.sqrt(inner(column, column)));
  const columns = powers.map((column, j) => column.map((value) => value / (scales[j] ?? 1)));
  const { c } = solved(
    decomposed({ rows: points.length, columns }),
    Float64Array.from(y.data.data, Number),
    points.length * epsilon,
  );
  return shaped(
    'numpy',
    Array.from(c, (value, j) => value / (scales[j] ?? 1)),
    [c.length],
    'float64',
  );
};

/** The singular values are known; their vectors are so up to their signs, which are not followed. */
const singularValues: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const a = matrix(x);
  const [m, n] = [a.rows, a.columns.length];
  const { values } = decomposed(a);
  const known = shaped(x.library, values, [values.length], floatOf(x));
  if (given(args, 'vectors') && !flag(args, 'vectors')) return known;
  const full = !given(args, 'full') || flag(args, 'full');
  const k = Math.min(m, n);
  const open = (shape: readonly number[]): Value =>
    makeArray(x.library, { dtype: floatOf(x), shape, reason: { key: 'unmodelled', name: 'svd' } });
  return { kind: 'tuple', items: [open([m, full ? m : k]), known, open([full ? n : k, n])] };
};

const pseudoInverse: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const { values, left, right } = decomposed(matrix(x));
  const limit = 1e-15 * (values[0] ?? 0);
  const height = right[0]?.length ?? 0;
  const columns = Array.from({ length: left[0]?.length ?? 0 }, (_, i) =>
    Float64Array.from({ length: height }, (_, j) =>
      values.reduce((sum, value, k) => (value > limit ? sum + ((right[k]?.[j] ?? 0) * (left[k]?.[i] ?? 0)) / value : sum), 0),
    ),
  );
  return fromColumns(x.library, columns, floatOf(x));
};

const matrixRank: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const a = matrix(x);
  const { values } = decomposed(a);
  const limit = (values[0] ?? 0) * Math.max(a.rows, a.columns.length) * (floatOf(x) === 'float32' ? 2 ** -23 : epsilon);
  return makeArray(x.library, { data: fromData([values.filter((value) => value > limit).length], [], 'int64') });
};

/** Smallest first; of the lower triangle. */
const symmetricEigenvalues: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const { rows, columns } = matrix(x);
  if (rows !== columns.length) return raise('Last 2 dimensions of the array must be square');
  const a = columns.map((column, j) => Float64Array.from(column, (value, i) => (i >= j ? value : (columns[i]?.[j] ?? 0))));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let off = 0;
    for (let p = 0; p < rows - 1; p++)
      for (let q = p + 1; q < rows; q++) {
        const [ap, aq] = [a[p] as Float64Array, a[q] as Float64Array];
        const apq = ap[q] ?? 0;
        off = Math.max(off, Math.abs(apq) / Math.sqrt(Math.abs((ap[p] ?? 0) * (aq[q] ?? 0)) || 1));
        if (apq === 0) continue;
        const theta = ((aq[q] ?? 0) - (ap[p] ?? 0)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(ap, aq, c, c * t);
        for (const column of a) {
          const [u, v] = [column[p] ?? 0, column[q] ?? 0];
          column[p] = c * u - c * t * v;
          column[q] = c * t * u + c * v;
        }
      }
    if (off < 1e-17) break;
  }
  const values = a.map((column, i) => column[i] ?? 0).sort((u, v) => u - v);
  const known = shaped(x.library, values, [rows], floatOf(x));
  if (!given(args, 'vectors') || !flag(args, 'vectors')) return known;
  const vectors = makeArray(x.library, { dtype: floatOf(x), shape: [rows, rows], reason: { key: 'unmodelled', name: 'eigh' } });
  return { kind: 'tuple', items: [known, vectors] };
};

const cholesky: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const { rows, columns } = matrix(x);
  if (rows !== columns.length) return raise('Last 2 dimensions of the array must be square');
  const lower = Array.from({ length: rows }, () => new Float64Array(rows));
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      const rest =
        (columns[j]?.[i] ?? 0) - inner((lower[i] as Float64Array).subarray(0, j), (lower[j] as Float64Array).subarray(0, j));
      if (i === j && rest <= 0) return raise('Matrix is not positive definite');
      (lower[i] as Float64Array)[j] = i === j ? Math.sqrt(rest) : rest / (lower[j]?.[j] ?? 1);
    }
  return shaped(
    x.library,
    lower.flatMap((row) => [...row]),
    [rows, rows],
    floatOf(x),
  );
};

/** By squaring, from the right: numpy.linalg.matrix_power. */
const matrixPower: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const times = whole(args, 'times') ?? 0;
  const size = x.data?.shape[0] ?? 0;
  if (x.data?.shape.length !== 2 || size !== x.data.shape[1]) return giveUp('unmodelled', 'matrix_power');
  if (times < 0 || times > 2 ** 30) return giveUp('unmodelled', 'matrix_power');
  const unit = Float64Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
  if (times === 0) return makeArray(x.library, { data: fromData(unit, [size, size], x.data.dtype) });
  const multiplied = (a: ArrayValue, b: ArrayValue): ArrayValue => productOf(a, b, x.library, context);
  if (times <= 3) return Array.from({ length: times - 1 }).reduce<ArrayValue>((power) => multiplied(power, x), x);
  let [power, result]: [ArrayValue | undefined, ArrayValue | undefined] = [undefined, undefined];
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    power = power ? multiplied(power, power) : x;
    if (left % 2 === 1) result = result ? multiplied(result, power) : power;
  }
  return result ?? x;
};

function productOf(a: ArrayValue, b: ArrayValue, library: string, context: OperationContext): ArrayValue {
  const [left, right] = [operandOf(a), operandOf(b)];
  return left && right ? matmul(left, right, library, context) : giveUp('unmodelled');
}

const conditionNumber: Operation = (args: OperationArguments, context) => {
  const x = tensor(args, 'x', context);
  if (given(args, 'order')) return giveUp('unmodelled', 'cond');
  const { values } = decomposed(matrix(x));
  return makeArray(x.library, { data: fromData([(values[0] ?? 0) / (values.at(-1) ?? 0)], [], floatOf(x)) });
};

export const decompositionOperations: Readonly<Record<string, Operation>> = {
  leastSquares,
  polynomialFit,
  singularValues,
  pseudoInverse,
  matrixRank,
  symmetricEigenvalues,
  cholesky,
  matrixPower,
  conditionNumber,
};
