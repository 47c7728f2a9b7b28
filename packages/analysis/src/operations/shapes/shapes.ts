/**
 * Sizes that may be symbols. A symbol is a product of a number and names in canonical order, `3136*N`; `?` is a size of which
 * nothing is known (two `?` are never known to be equal). A size that leaves the array world as an int (`x.size(0)`) is an
 * unknown value whose symbol is `dim:` and the size, so that `x.view(x.size(0), -1)` finds it again.
 */
import type { Dim, Shape } from '../../values/dim.ts';
import { unknownDim } from '../../values/dim.ts';
import type { Int, Unknown, Value } from '../../values/value.ts';
import type { OperationContext } from '../operation.ts';
import { raise } from '../outcome.ts';

const dimPrefix = 'dim:';

interface Monomial {
  readonly factor: number;
  readonly names: readonly string[];
}

function monomial(dim: Dim): Monomial | undefined {
  if (typeof dim === 'number') return { factor: dim, names: [] };
  if (dim === unknownDim) return undefined;
  const parts = dim.split('*');
  const head = Number(parts[0]);
  return Number.isInteger(head) ? { factor: head, names: parts.slice(1) } : { factor: 1, names: parts };
}

function dimOf({ factor, names }: Monomial): Dim {
  if (names.length === 0 || factor === 0) return factor;
  const text = [...names].sort().join('*');
  return factor === 1 ? text : `${factor}*${text}`;
}

export function multiplyDims(a: Dim, b: Dim): Dim {
  if (a === 0 || b === 0) return 0;
  const [x, y] = [monomial(a), monomial(b)];
  if (!x || !y) return unknownDim;
  return dimOf({ factor: x.factor * y.factor, names: [...x.names, ...y.names] });
}

/** The exact quotient, or undefined when it is not known to be whole. */
export function divideDims(a: Dim, b: Dim): Dim | undefined {
  const [x, y] = [monomial(a), monomial(b)];
  if (!x || !y || y.factor === 0 || x.factor % y.factor !== 0) return undefined;
  const names = [...x.names];
  for (const name of y.names) {
    const index = names.indexOf(name);
    if (index < 0) return undefined;
    names.splice(index, 1);
  }
  return dimOf({ factor: x.factor / y.factor, names });
}

/** Number of elements. */
export function sizeOf(shape: Shape): Dim {
  return shape.reduce<Dim>(multiplyDims, 1);
}

/** The sum along a joined axis: known only for numbers and for multiples of one symbol. */
export function addDims(a: Dim, b: Dim): Dim {
  if (a === 0) return b;
  if (b === 0) return a;
  const [x, y] = [monomial(a), monomial(b)];
  if (!x || !y || dimOf({ ...x, factor: 1 }) !== dimOf({ ...y, factor: 1 })) return unknownDim;
  return dimOf({ factor: x.factor + y.factor, names: x.names });
}

export function knownShape(shape: Shape | undefined): readonly number[] | undefined {
  if (!shape) return undefined;
  const numbers = shape.filter((dim) => typeof dim === 'number');
  return numbers.length === shape.length ? numbers : undefined;
}

function broadcastDim(a: Dim, b: Dim): Dim {
  if (a === b || b === 1) return a;
  if (a === 1) return b;
  if (typeof a === 'number' && typeof b === 'number') return raise('operands could not be broadcast together');
  // A program that does not raise has equal sizes here, or a symbol that is 1.
  if (typeof a === 'number') return a;
  if (typeof b === 'number') return b;
  return unknownDim;
}

/** NumPy's broadcasting rules, with symbols. Absent when one rank is unknown. */
export function broadcastShapes(...shapes: readonly (Shape | undefined)[]): Shape | undefined {
  let result: Dim[] = [];
  for (const shape of shapes) {
    if (!shape) return undefined;
    const rank = Math.max(result.length, shape.length);
    result = Array.from({ length: rank }, (_, i) =>
      broadcastDim(result[result.length - rank + i] ?? 1, shape[shape.length - rank + i] ?? 1),
    );
  }
  return result;
}

/** A size as the program sees it. */
export function dimValue(dim: Dim): Int | Unknown {
  if (typeof dim === 'number') return { kind: 'int', value: dim };
  return { kind: 'unknown', reason: { key: 'input', name: dim }, symbol: dimPrefix + dim };
}

/** The size an int value stands for; `?` when it is some int that is not known. */
export function valueDim(value: Value): Dim {
  if (value.kind === 'int') return Number(value.value);
  if (value.kind === 'bool') return value.value ? 1 : 0;
  if (value.kind === 'unknown' && value.symbol?.startsWith(dimPrefix)) return value.symbol.slice(dimPrefix.length);
  if (value.kind === 'unknown' && value.symbol) return symbolDim(value.symbol);
  return unknownDim;
}

/** A parameter that is used as a size names it by its last part: `param:Net.__init__.hidden` is `hidden`. */
function symbolDim(symbol: string): Dim {
  const name = symbol.slice(Math.max(symbol.lastIndexOf('.'), symbol.lastIndexOf(':')) + 1);
  return /^[A-Za-z_]\w*$/.test(name) ? name : unknownDim;
}

export function isDim(value: Value): boolean {
  return value.kind === 'unknown' && value.symbol?.startsWith(dimPrefix) === true;
}

/** The axis counted from the start. Raises when out of range, as every library does. */
export function normalAxis(axis: number, rank: number): number {
  if (axis < -rank || axis >= rank) {
    // A 0-d tensor takes the axes 0 and -1 in PyTorch; callers that allow it pass rank 1.
    return raise(`axis ${axis} is out of bounds for array of dimension ${rank}`);
  }
  return axis < 0 ? axis + rank : axis;
}

/** The shape after reshaping to `target`, in which -1 takes what is left. */
export function reshapeTo(shape: Shape | undefined, target: readonly Dim[]): Shape {
  const hole = target.indexOf(-1);
  if (hole < 0) return checkedReshape(shape, target);
  const rest = target.filter((_, i) => i !== hole);
  if (rest.includes(-1)) raise('can only specify one unknown dimension');
  const filled = [...target];
  filled[hole] = shape ? quotientOfSizes(shape, rest) : unknownDim;
  return filled;
}

function checkedReshape(shape: Shape | undefined, target: readonly Dim[]): Shape {
  const [from, to] = [shape && knownShape(shape), knownShape(target)];
  if (from && to && product(from) !== product(to))
    raise(`cannot reshape array of size ${product(from)} into shape (${to.join(',')})`);
  if (!shape) return target;
  // One symbol in the target that must be what the source leaves: reshape([32, 10], ['?', 10]).
  const holes = target.flatMap((dim, i) => (dim === unknownDim ? [i] : []));
  if (holes.length !== 1) return target;
  const left = divideDims(sizeOf(shape), sizeOf(target.filter((dim) => dim !== unknownDim)));
  return left === undefined ? target : target.map((dim) => (dim === unknownDim ? left : dim));
}

function quotientOfSizes(shape: Shape, rest: readonly Dim[]): Dim {
  const [from, to] = [dropUnknown(shape), dropUnknown(rest)];
  // One unknown size on both sides is taken to be the same one: `x.view(x.size(0), -1)`.
  if (from.unknown !== to.unknown || from.unknown > 1) return unknownDim;
  const [total, known] = [sizeOf(from.dims), sizeOf(to.dims)];
  const left = divideDims(total, known);
  if (left !== undefined) return left;
  if (typeof total === 'number' && typeof known === 'number') {
    if (known === 0 || total % known !== 0) raise(`cannot reshape array of size ${total} into shape (${rest.join(',')},-1)`);
  }
  return unknownDim;
}

function dropUnknown(shape: Shape): { dims: Shape; unknown: number } {
  const dims = shape.filter((dim) => dim !== unknownDim);
  return { dims, unknown: shape.length - dims.length };
}

export function product(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a * b, 1);
}

/** Few enough elements to be worked out. */
export function isSmall(shape: Shape, { maxElements }: OperationContext): boolean {
  const known = knownShape(shape);
  return known !== undefined && product(known) <= maxElements;
}
