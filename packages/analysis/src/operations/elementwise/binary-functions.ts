/** Functions of two arrays, elementwise: `np.add`, `torch.maximum`, `xlogy` … */
import { exp as exactExp, log as exactLog } from '@softlens/core';
import type { BinaryOperator, CompareOperator } from '@softlens/syntax';
import { lowered } from '../../values/lowered.ts';
import type { Value } from '../../values/value.ts';
import {
  dtype as dtypeArgument,
  flag,
  given,
  libraryOf,
  number,
  operand,
  operandFrom,
  required,
  tensorOf,
  word,
} from '../arguments.ts';
import { castArray } from '../arrays/nested.ts';
import { isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { commonSpace, guardedSpace, keepSpace } from '../spaces.ts';
import { arithmetic, bitwise, comparison } from './arithmetic.ts';
import { type Elementwise, elementwise, makeArray, type Operand, operandOf } from './operand.ts';
import { constantOf, operatorForm, operatorSpace } from './operator-spaces.ts';
import { binaryOperation } from './operators.ts';

function operands(args: OperationArguments, context: OperationContext): readonly [Operand, Operand] {
  const pair = [operand(args, 'x', context), operand(args, 'y', context)] as const;
  if (rulesOf(libraryOf(pair, context)).promotion === 'torch' && pair.every((each) => each.python))
    raise('a tensor is expected, not a number');
  return pair;
}

function isUnknown(args: OperationArguments, role: string): boolean {
  return args.get(role)?.kind === 'unknown';
}

function finish(value: Value, args: OperationArguments, context: OperationContext): Value {
  const asked = dtypeArgument(args, context);
  return asked && value.kind === 'array' ? castArray(value, asked) : value;
}

/** The operator's own rules, with the function's optional factor of the second operand. */
function operator(symbol: BinaryOperator): Operation {
  return (args, context) => {
    // An operand that is not known leaves what the operator can tell without it.
    if (isUnknown(args, 'x') || isUnknown(args, 'y'))
      return binaryOperation(symbol, required(args, 'x'), required(args, 'y'), context);
    const [x, plain] = operands(args, context);
    const library = libraryOf([x, plain], context);
    const scale = given(args, 'scale') ? number(args, 'scale') : undefined;
    const y = scale === undefined || scale === 1 ? plain : scaledBy(plain, scale, library, context);
    const meaning = { space: operatorSpace(symbol, x, y, context), form: operatorForm(symbol, x.source, y.source) };
    return finish(arithmetic(symbol, library, [x, y], meaning, context), args, context);
  };
}

function scaledBy(y: Operand, scale: number, library: string, context: OperationContext): Operand {
  const factor = operandFrom(Number.isInteger(scale) ? { kind: 'int', value: scale } : { kind: 'float', value: scale }, context);
  if (y.python) return { ...y, number: (y.number ?? 0) * scale };
  return operandOf(elementwise(library, [y, factor], { compute: (a, b) => a * b, space: y.space }, context)) ?? y;
}

const divide: Operation = (args, context) => {
  const rounding = given(args, 'rounding') && word(args, 'rounding');
  if (rounding === 'floor') return operator('//')(args, context);
  if (rounding === 'trunc') {
    const pair = operands(args, context);
    return elementwise(libraryOf(pair, context), pair, { compute: (a, b) => Math.trunc(a / b) }, context);
  }
  return operator('/')(args, context);
};

function compare(symbol: CompareOperator): Operation {
  return (args, context) => {
    const pair = operands(args, context);
    return comparison(symbol, libraryOf(pair, context), pair, context);
  };
}

function bits(symbol: '&' | '|' | '^'): Operation {
  return (args, context) => {
    const pair = operands(args, context);
    return bitwise(symbol, libraryOf(pair, context), pair, context);
  };
}

function binary(compute: (a: number, b: number) => number, result: Elementwise['result'] = 'same', keeps = false): Operation {
  return (args, context) => {
    const [x, y] = operands(args, context);
    const library = libraryOf([x, y], context);
    const space = keeps ? extremeSpace(x, y) : undefined;
    return finish(elementwise(library, [x, y], { compute, result, space }, context), args, context);
  };
}

/** NumPy computes bools as int8 here, PyTorch not at all. */
function withoutBools(operation: Operation): Operation {
  return (args, context) => {
    const pair = operands(args, context);
    const library = libraryOf(pair, context);
    if (!pair.every((each) => each.dtype === 'bool' || each.python === 'bool')) return operation(args, context);
    if (library === 'torch') raise('not implemented for Bool');
    return operation(new Map([...args, ['x', castArray(tensorOf(required(args, 'x'), context), 'int8')]]), context);
  };
}

/** PyTorch takes no Python numbers here. */
function tensorsOnly(operation: Operation): Operation {
  return (args, context) => {
    const pair = operands(args, context);
    if (libraryOf(pair, context) === 'torch' && pair.some((each) => each.python)) raise('a tensor is expected, not a number');
    return operation(args, context);
  };
}

/** PyTorch has no loops for integers here. */
function floatsOnly(operation: Operation): Operation {
  return (args, context) => {
    const pair = operands(args, context);
    if (libraryOf(pair, context) === 'torch' && pair.some((each) => each.dtype && !isFloat(each.dtype)))
      raise('not implemented for integers');
    return operation(args, context);
  };
}

/** `maximum(p, 1e-7)`: clamping keeps the meaning, as does the choice between two values of one meaning. */
function extremeSpace(x: Operand, y: Operand): Operand['space'] {
  if (x.space && y.space) return commonSpace([x.space, y.space]);
  const kept = x.space ?? y.space;
  return kept?.name === 'logits' || kept?.name === 'probabilities' || kept?.name === 'log-probabilities'
    ? isZero(x) || isZero(y)
      ? positivePart(kept)
      : guardedSpace(kept)
    : undefined;
}

/** maximum(logits, 0) is relu, which forgets. */
function positivePart(space: NonNullable<Operand['space']>): Operand['space'] {
  return space.name === 'probabilities' ? space : undefined;
}

const isZero = (operand: Operand): boolean => constantOf(operand) === 0;

const either =
  (choose: (a: number, b: number) => number) =>
  (a: number, b: number): number =>
    Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : choose(a, b);
const other =
  (choose: (a: number, b: number) => number) =>
  (a: number, b: number): number =>
    Number.isNaN(a) ? b : Number.isNaN(b) ? a : choose(a, b);

function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  const [high, low] = a > b ? [a, b] : [b, a];
  return Number.isNaN(a - b) && (Number.isNaN(a) || Number.isNaN(b)) ? Number.NaN : high + Math.log1p(exactExp(low - high));
}

function xlogy(a: number, b: number): number {
  return a === 0 && !Number.isNaN(b) ? 0 : a * exactLog(b);
}

/** Relative entropy of SciPy: x·log(x/y), 0 at (0, y ≥ 0), ∞ elsewhere outside x > 0, y > 0. */
function relEntr(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x > 0 && y > 0) return x * exactLog(x / y);
  return x === 0 && y >= 0 ? 0 : Infinity;
}

function klDiv(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x > 0 && y > 0) return x * exactLog(x / y) - x + y;
  return x === 0 && y >= 0 ? y : Infinity;
}

const logicalAnd = (a: number, b: number): number => (a !== 0 && b !== 0 ? 1 : 0);
const logicalOr = (a: number, b: number): number => (a !== 0 || b !== 0 ? 1 : 0);
const logicalXor = (a: number, b: number): number => ((a !== 0) !== (b !== 0) ? 1 : 0);

/** PyTorch and NumPy have these for integers only; NumPy's bools are numbers of their own kind. */
function wholeOnly(operation: Operation): Operation {
  return (args, context) => {
    const pair = operands(args, context);
    if (pair.some((each) => each.dtype === 'bool' || each.python === 'bool')) return giveUp('unmodelled', 'bool');
    if (pair.some((each) => each.python === 'float' || (each.dtype && isFloat(each.dtype)))) raise('not supported for floats');
    return operation(args, context);
  };
}

function greatestDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.pseudo_huber.html, written so that nothing cancels. */
function pseudoHuber(delta: number, r: number): number {
  if (delta < 0) return Infinity;
  if (delta === 0 || r === 0) return 0;
  const v = (r / delta) ** 2;
  return delta * delta * (v / (Math.sqrt(1 + v) + 1));
}

interface Tolerances {
  readonly relative: number;
  readonly absolute: number;
  readonly equalNan: boolean;
}

function tolerances(args: OperationArguments): Tolerances {
  return { relative: number(args, 'rtol') ?? 1e-5, absolute: number(args, 'atol') ?? 1e-8, equalNan: flag(args, 'equalNan') };
}

function isClose(a: number, b: number, { relative, absolute, equalNan }: Tolerances): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return equalNan && Number.isNaN(a) && Number.isNaN(b);
  return a === b || (Number.isFinite(b) && Number.isFinite(a) && Math.abs(a - b) <= absolute + relative * Math.abs(b));
}

const isclose: Operation = (args, context) => {
  const pair = [operand(args, 'x', context), operand(args, 'y', context)];
  const limits = tolerances(args);
  return elementwise(
    libraryOf(pair, context),
    pair,
    { compute: (a, b) => (isClose(a, b, limits) ? 1 : 0), result: 'bool' },
    context,
  );
};

/** A Python bool; a 0-d array where the library gives one (TensorFlow, JAX). */
const allclose: Operation = (args, context) => {
  const close = isclose(args, context);
  if (close.kind !== 'array' || !close.data)
    return { kind: 'unknown', reason: close.kind === 'array' ? (close.reason ?? { key: 'unmodelled' }) : { key: 'unmodelled' } };
  return verdict(
    close.data.data.every((each: number) => each !== 0),
    close.library,
  );
};

function verdict(holds: boolean, library: string): Value {
  if (library === 'numpy' || library === 'torch') return { kind: 'bool', value: holds };
  return makeArray(library, { data: { dtype: 'bool', shape: [], data: Uint8Array.of(holds ? 1 : 0) } });
}

const arrayEqual: Operation = (args, context) => {
  const [x, y] = [operand(args, 'x', context), operand(args, 'y', context)];
  const library = libraryOf([x, y], context);
  if (x.shape && y.shape && x.shape.length !== y.shape.length) return verdict(false, library);
  if (!x.data || !y.data) return giveUp('unmodelled');
  const equalNan = flag(args, 'equalNan');
  const same = x.data.shape.join() === y.data.shape.join();
  const [a, b] = [x.data.data, y.data.data];
  return verdict(
    same && a.every((v: number, i: number) => v === b[i] || (equalNan && Number.isNaN(v) && Number.isNaN(b[i]))),
    library,
  );
};

const assertClose: Operation = () => ({ kind: 'none' });

/** Clamping keeps probabilities and scores; a limit may be None. */
const clip: Operation = (args, context) => {
  const x = operand(args, 'x', context);
  if (isUnknown(args, 'low') || isUnknown(args, 'high')) {
    return makeArray(libraryOf([x], context), {
      dtype: x.dtype,
      shape: x.shape,
      space: guardedSpace(x.space),
      form: lowered,
      reason: { key: 'parameter' },
    });
  }
  const limits = ['low', 'high'].map((role) => (given(args, role) ? operandFrom(required(args, role), context) : undefined));
  const [low, high] = limits;
  const library = libraryOf([x], context);
  if (!low && !high) return library === 'torch' ? raise("At least one of 'min' or 'max' must not be None") : x.source;
  const all = [x, ...limits.filter((each) => each !== undefined)];
  const compute = (v: number, ...bounds: number[]): number => {
    if (Number.isNaN(v)) return v;
    const above = low ? Math.max(v, bounds[0] ?? v) : v;
    return high ? Math.min(above, bounds[low ? 1 : 0] ?? above) : above;
  };
  const relu = low && isZero(low) && !high;
  const kept = keepSpace(x.space, x.shape, x.shape);
  const space = (low && !isZero(low)) || (high !== undefined && constantOf(high) !== 1) ? guardedSpace(kept) : kept;
  return finish(
    elementwise(library, all, { compute, space: relu ? space && positivePart(space) : space, form: high && lowered }, context),
    args,
    context,
  );
};

const lerp: Operation = (args, context) => {
  const [x, y] = operands(args, context);
  const weight = operand(args, 'weight', context);
  if (libraryOf([x, y], context) === 'torch' && (x.dtype !== y.dtype || (x.dtype && !isFloat(x.dtype))))
    raise('expected the same floating dtype');
  // PyTorch goes from the nearer end.
  const compute = (a: number, b: number, w: number): number => (Math.abs(w) < 0.5 ? a + w * (b - a) : b - (b - a) * (1 - w));
  return elementwise(libraryOf([x, y], context), [x, y, weight], { compute, space: commonSpace([x.space, y.space]) }, context);
};

function addScaled(combine: (a: number, b: number, c: number, factor: number) => number): Operation {
  return (args, context) => {
    const [x, y, z] = [operand(args, 'x', context), operand(args, 'y', context), operand(args, 'z', context)];
    const factor = number(args, 'value') ?? 1;
    return elementwise(libraryOf([x, y, z], context), [x, y, z], { compute: (a, b, c) => combine(a, b, c, factor) }, context);
  };
}

const addN: Operation = (args, context) => {
  const list = required(args, 'arrays');
  if (list.kind !== 'tuple') return giveUp('unmodelled', 'arrays');
  const all = list.items.map((item) => operandFrom(item, context));
  return elementwise(
    libraryOf(all, context),
    all,
    { compute: (...xs) => xs.reduce((a, b) => a + b, 0), space: commonSpace(all.map((each) => each.space)) },
    context,
  );
};

export const binaryFunctions: Readonly<Record<string, Operation>> = {
  add: operator('+'),
  subtract: operator('-'),
  multiply: operator('*'),
  divide,
  floorDivide: operator('//'),
  remainder: operator('%'),
  power: operator('**'),
  divideNoNan: binary((a, b) => (b === 0 ? 0 : a / b), 'float'),
  fmod: withoutBools(binary((a, b) => (b === 0 ? Number.NaN : a % b))),
  maximum: tensorsOnly(binary(either(Math.max), 'same', true)),
  minimum: tensorsOnly(binary(either(Math.min), 'same', true)),
  fmax: tensorsOnly(binary(other(Math.max))),
  fmin: tensorsOnly(binary(other(Math.min))),
  arctan2: tensorsOnly(binary(Math.atan2, 'float')),
  hypot: tensorsOnly(binary(Math.hypot, 'float')),
  logaddexp: floatsOnly(binary(logAddExp, 'float')),
  logaddexp2: binary((a, b) => logAddExp(a * Math.LN2, b * Math.LN2) / Math.LN2, 'float'),
  xlogy: binary(xlogy, 'float'),
  xlog1py: binary((a, b) => (a === 0 && !Number.isNaN(b) ? 0 : a * Math.log1p(b)), 'float'),
  squaredDifference: binary((a, b) => (a - b) ** 2),
  relEntr: binary(relEntr, 'float'),
  klDivElement: binary(klDiv, 'float'),
  gcd: wholeOnly(binary(greatestDivisor)),
  lcm: wholeOnly(binary((a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / greatestDivisor(a, b)))),
  leftShift: wholeOnly(binary((a, b) => (b < 0 || b > 52 ? giveUp('unmodelled', 'shift') : a * 2 ** b))),
  rightShift: wholeOnly(binary((a, b) => (b < 0 || b > 52 ? giveUp('unmodelled', 'shift') : Math.floor(a / 2 ** b)))),
  floatPower: binary((a, b) => a ** b, 'float64'),
  copySign: binary((a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)), 'float'),
  huberOf: binary((d, r) => (d < 0 ? Infinity : Math.abs(r) <= d ? 0.5 * r * r : d * (Math.abs(r) - 0.5 * d)), 'float'),
  pseudoHuberOf: binary(pseudoHuber, 'float'),
  heaviside: binary((a, b) => (Number.isNaN(a) ? a : a === 0 ? b : a > 0 ? 1 : 0), 'float'),
  equal: compare('=='),
  notEqual: compare('!='),
  less: compare('<'),
  lessEqual: compare('<='),
  greater: compare('>'),
  greaterEqual: compare('>='),
  logicalAnd: tensorsOnly(binary(logicalAnd, 'bool')),
  logicalOr: tensorsOnly(binary(logicalOr, 'bool')),
  logicalXor: tensorsOnly(binary(logicalXor, 'bool')),
  bitwiseAnd: bits('&'),
  bitwiseOr: bits('|'),
  bitwiseXor: bits('^'),
  isclose,
  allclose,
  arrayEqual,
  assertClose,
  clip,
  lerp,
  addN,
  addcmul: addScaled((a, b, c, factor) => a + factor * b * c),
  addcdiv: addScaled((a, b, c, factor) => a + factor * (b / c)),
};
