/** Functions of single elements: exp, log, round, isnan … */

import { exp, log } from '@softlens/core';
import type { Space } from '../../values/space.ts';
import type { Value } from '../../values/value.ts';
import { digamma, erf, erfc, erfinv, gamma, lgamma, logNdtr, ndtr, ndtri } from '../activations/special-functions.ts';
import { dtype as dtypeArgument, given, libraryOf, number, operand, whole } from '../arguments.ts';
import { castArray } from '../arrays/nested.ts';
import { expSingle, logSingle } from '../arrays/numpy-single.ts';
import { workingPrecision } from '../arrays/precision.ts';
import { floatResult, isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { raise } from '../outcome.ts';
import { expOf, keepSpace, logOf } from '../spaces.ts';
import { elementwise, type Operand, operandOf } from './operand.ts';

type SpaceRule = (space: Space | undefined, context: OperationContext) => Space | undefined;

const forget: SpaceRule = () => undefined;
const keep: SpaceRule = (space) => space;

interface Unary {
  readonly compute: (x: number) => number;
  /** `float`: integers become floats first; `same`: the dtype stays; `bool`. */
  readonly result: 'float' | 'same' | 'bool';
  readonly space?: SpaceRule;
  /** Recorded for hand-written formulas. */
  readonly form?: true;
}

/** NumPy's and PyTorch's round: to even. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return rest === 0 ? x : x < 0 && floor + 1 === 0 ? floor : floor;
  const up = floor + 1;
  const result = rest > 0.5 ? up : floor % 2 === 0 ? floor : up;
  return result === 0 && x < 0 ? -0 : result;
}

const floatFunction = (compute: (x: number) => number, more: Partial<Unary> = {}): Unary => ({
  compute,
  result: 'float',
  ...more,
});
const sameType = (compute: (x: number) => number, more: Partial<Unary> = {}): Unary => ({ compute, result: 'same', ...more });
const test = (holds: (x: number) => boolean): Unary => ({ compute: (x) => (holds(x) ? 1 : 0), result: 'bool' });

const unaries: Readonly<Record<string, Unary>> = {
  exp: floatFunction(exp, { space: (space, { place }) => expOf(space, place), form: true }),
  exponential: floatFunction(exp, { space: (space, { place }) => expOf(space, place), form: true }),
  exp2: floatFunction((x) => 2 ** x),
  expm1: floatFunction(Math.expm1),
  log: floatFunction(log, { space: (space, { place }) => logOf(space, place), form: true }),
  log2: floatFunction(Math.log2),
  log10: floatFunction(Math.log10),
  log1p: floatFunction(Math.log1p),
  sqrt: floatFunction(Math.sqrt),
  rsqrt: floatFunction((x) => 1 / Math.sqrt(x)),
  cbrt: floatFunction(Math.cbrt),
  reciprocal: floatFunction((x) => 1 / x),
  square: sameType((x) => x * x, { form: true }),
  abs: sameType(Math.abs, { form: true }),
  sign: sameType((x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x)),
  positive: sameType((x) => x, { space: keep }),
  negative: sameType((x) => -x, { space: (space) => (space?.name === 'logits' ? space : undefined), form: true }),
  floor: sameType(Math.floor),
  ceil: sameType(Math.ceil),
  trunc: sameType(Math.trunc),
  frac: sameType((x) => x - Math.trunc(x)),
  sin: floatFunction(Math.sin),
  cos: floatFunction(Math.cos),
  tan: floatFunction(Math.tan),
  arcsin: floatFunction(Math.asin),
  arccos: floatFunction(Math.acos),
  arctan: floatFunction(Math.atan),
  sinh: floatFunction(Math.sinh),
  cosh: floatFunction(Math.cosh),
  tanh: floatFunction(Math.tanh),
  arcsinh: floatFunction(Math.asinh),
  arccosh: floatFunction(Math.acosh),
  arctanh: floatFunction(Math.atanh),
  degrees: floatFunction((x) => x * (180 / Math.PI)),
  radians: floatFunction((x) => x * (Math.PI / 180)),
  erf: floatFunction(erf),
  erfc: floatFunction(erfc),
  erfinv: floatFunction(erfinv),
  ndtr: floatFunction(ndtr),
  ndtri: floatFunction(ndtri),
  exp10: floatFunction((x) => 10 ** x),
  logNdtr: floatFunction(logNdtr),
  lgamma: floatFunction(lgamma),
  gamma: floatFunction(gamma),
  digamma: floatFunction(digamma),
  sinc: floatFunction((x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))),
  exprel: floatFunction((x) => (x === 0 ? 1 : Math.expm1(x) / x)),
  factorial: floatFunction((x) => (x < 0 ? 0 : Number.isInteger(x) ? productTo(x) : gamma(x + 1))),
  entr: floatFunction((x) => (x > 0 ? -x * Math.log(x) : x === 0 ? 0 : Number.isNaN(x) ? x : -Infinity)),
  isnan: test(Number.isNaN),
  isinf: test((x) => Math.abs(x) === Infinity),
  isfinite: test(Number.isFinite),
  logicalNot: test((x) => x === 0),
};

/** x! of a whole number; exact up to 22!. */
function productTo(x: number): number {
  let product = 1;
  for (let i = 2; i <= Math.min(x, 200); i++) product *= i;
  return product;
}

/** NumPy turns integers to floats here, PyTorch leaves them whole. */
const wholeStaysWhole = new Set(['floor', 'ceil', 'trunc', 'frac']);

function unaryOperation(name: string, unary: Unary): Operation {
  return (args, context) => {
    const x = operand(args, 'x', context);
    const library = libraryOf([x], context);
    return unaryResult(name, unary, x, library, args, context);
  };
}

function unaryResult(
  name: string,
  unary: Unary,
  x: Operand,
  library: string,
  args: OperationArguments,
  context: OperationContext,
): Value {
  const { promotion } = rulesOf(library);
  refuse(name, x, library, context);
  const asked = dtypeArgument(args, context);
  const whole = integral(x) && promotion === 'numpy';
  const space = (unary.space ?? forget)(keepSpace(x.space, x.shape, x.shape), context);
  const form = unary.form ? { op: name, operands: [x.source] } : undefined;
  const single =
    promotion === 'numpy' && x.dtype !== undefined && floatResult('numpy', x.dtype) === 'float32' ? singles[name] : undefined;
  const spec = {
    compute: single ?? unary.compute,
    result: whole && wholeStaysWhole.has(name) ? ('float' as const) : unary.result,
    space,
    form,
  };
  const input =
    whole && name === 'reciprocal' ? { ...spec, result: 'same' as const, compute: (v: number) => Math.trunc(1 / v) } : spec;
  const squared = (name === 'square' || (name === 'reciprocal' && promotion === 'numpy')) && x.dtype === 'bool' && !x.python;
  const source = squared
    ? (operandOf(
        castArray(elementwise(library, [x], { compute: (v) => v }, context), promotion === 'numpy' ? 'int8' : 'int64'),
      ) ?? x)
    : x;
  const signed =
    name === 'sign' && promotion === 'torch' ? { ...input, compute: (v: number) => (v > 0 ? 1 : v < 0 ? -1 : 0) } : input;
  const value = elementwise(library, [source], signed, context);
  return asked ? castArray(value, asked) : value;
}

function integral(x: Operand): boolean {
  return x.python ? x.python !== 'float' : x.dtype !== undefined && !isFloat(x.dtype);
}

/** NumPy's own float32 functions. */
const singles: Readonly<Record<string, (x: number) => number>> = { exp: expSingle, log: logSingle };

const withoutBool = new Set(['negative', 'sign', 'abs', 'floor', 'ceil', 'trunc']);

function refuse(name: string, x: Operand, library: string, context: OperationContext): void {
  const { promotion } = rulesOf(library);
  if (promotion === 'torch' && x.python && context.row && x.library === undefined)
    raise(`${context.row.name}: a tensor is expected, not a number`);
  if (x.dtype === 'bool' && promotion === 'numpy' && (name === 'negative' || name === 'sign'))
    raise('not supported for bool arrays');
  if (x.dtype === 'bool' && promotion === 'torch' && name !== 'sign' && withoutBool.has(name)) raise('not implemented for Bool');
  if (x.dtype && !isFloat(x.dtype) && promotion === 'torch' && name === 'frac') raise(`not implemented for ${x.dtype}`);
}

/** rint(x · 10^d) / 10^d, each step in the array's precision. NumPy turns bools to floats first. */
const round: Operation = (args, context) => {
  const x = operand(args, 'x', context);
  const library = libraryOf([x], context);
  const decimals = whole(args, 'decimals') ?? 0;
  if (x.dtype === 'bool' && (library === 'torch' || decimals !== 0)) raise('not implemented for Bool');
  if (decimals !== 0 && x.dtype && !isFloat(x.dtype)) {
    if (library === 'torch') raise('round_cpu: integers have no decimals');
    if (decimals > 0) return x.source;
  }
  const r = workingPrecision(x.dtype && isFloat(x.dtype) ? x.dtype : undefined, library);
  const scale = r(10 ** Math.abs(decimals));
  const scaled = (v: number): number =>
    decimals > 0 ? r(roundHalfEven(r(v * scale)) / scale) : r(roundHalfEven(r(v / scale)) * scale);
  const spec = { compute: decimals === 0 ? roundHalfEven : scaled, space: x.space };
  return elementwise(library, [x], x.dtype === 'bool' ? { ...spec, result: 'float' } : spec, context);
};

const logOperation: Operation = (args, context) => {
  const base = given(args, 'base') ? number(args, 'base') : undefined;
  if (base === undefined) return unaryOperation('log', unaries.log!)(args, context);
  const x = operand(args, 'x', context);
  return elementwise(libraryOf([x], context), [x], { compute: (v) => log(v) / log(base), result: 'float' }, context);
};

const nanToNum: Operation = (args, context) => {
  const x = operand(args, 'x', context);
  const largest = { float16: 65504, bfloat16: 3.3895313892515355e38, float32: 3.4028234663852886e38, float64: Number.MAX_VALUE };
  const limit = Object.entries(largest).find(([dtype]) => dtype === x.dtype)?.[1] ?? Number.MAX_VALUE;
  const [nan, high, low] = [number(args, 'nan') ?? 0, number(args, 'posinf') ?? limit, number(args, 'neginf') ?? -limit];
  const compute = (v: number): number => (Number.isNaN(v) ? nan : v === Infinity ? high : v === -Infinity ? low : v);
  return elementwise(libraryOf([x], context), [x], { compute, space: x.space }, context);
};

export const elementwiseOperations: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(Object.entries(unaries).map(([name, unary]) => [name, unaryOperation(name, unary)])),
  round,
  log: logOperation,
  bitwiseNot: (args, context) => {
    const x = operand(args, 'x', context);
    if (x.dtype && isFloat(x.dtype)) raise('~ is not supported for floats');
    return elementwise(libraryOf([x], context), [x], { compute: x.dtype === 'bool' ? (v) => 1 - v : (v) => -v - 1 }, context);
  },
  nanToNum,
};
