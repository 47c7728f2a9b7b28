/** Random numbers: what is known of them without a seed, that is dtype, shape and meaning. */
import type { DType } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { Value } from '../../values/value.ts';
import { axes as axesArgument, dtype as dtypeArgument, given, required, sizes, tensor, word } from '../arguments.ts';
import { arrayLibrary, rulesOf } from '../dialects.ts';
import { makeArray, operandOf } from '../elementwise/operand.ts';
import type { Operation, OperationContext } from '../operation.ts';
import { unknownValue } from '../outcome.ts';
import { normalAxes } from '../reductions/reduce.ts';
import { broadcastShapes } from '../shapes/shapes.ts';
import { canonical } from './nested.ts';

const random = { key: 'random' } as const;

function own(context: OperationContext): string {
  return arrayLibrary(context.library, context.dialect.promotion);
}

/** Without a shape NumPy gives one Python number. */
function drawn(library: string, dtype: DType, shape: Shape | undefined, scalar: boolean): Value {
  if (scalar && library === 'numpy') return unknownValue('random');
  return makeArray(library, { dtype: canonical(dtype, library), shape: shape ?? [], reason: random, scalar: false });
}

const randomArray: Operation = (args, context) => {
  const library = own(context);
  const { defaultFloat, defaultInt } = rulesOf(library);
  const integers = given(args, 'distribution') ? word(args, 'distribution') === 'integers' : false;
  const dtype = dtypeArgument(args, context) ?? (integers ? (library === 'torch' ? 'int64' : defaultInt) : defaultFloat);
  // `torch.randint(10, (2, 3))`
  const high = given(args, 'high');
  const shape = given(args, 'shape') ?? (library === 'torch' && high?.kind === 'tuple' ? high : undefined);
  const parameters = ['low', 'high', 'loc', 'scale'].flatMap((role) => {
    const value = args.get(role);
    const parameter = value && operandOf(value);
    return parameter?.shape ? [parameter.shape] : [];
  });
  const implied = shape ? sizes(shape) : broadcastShapes(...parameters);
  const scalar = implied?.length === 0 && (!shape || (shape.kind === 'tuple' && shape.items.length === 0));
  return drawn(library, dtype, implied, scalar);
};

const randomLike: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  return makeArray(x.library, { dtype: dtypeArgument(args, context) ?? x.dtype, shape: x.shape, reason: random, scalar: false });
};

const permutation: Operation = (args, context) => {
  const library = own(context);
  const x = required(args, 'x');
  if (x.kind === 'int' || x.kind === 'unknown')
    return makeArray(library, { dtype: library === 'jax' ? 'int32' : 'int64', shape: sizes(x), reason: random });
  const array = tensor(args, 'x', context);
  return makeArray(library, { dtype: array.dtype, shape: array.shape, reason: random, space: array.space });
};

const choice: Operation = (args, context) => {
  const library = own(context);
  const x = required(args, 'x');
  const source = x.kind === 'int' || x.kind === 'unknown' ? undefined : tensor(args, 'x', context);
  const dtype = source ? source.dtype : rulesOf(library).defaultInt;
  const shape = given(args, 'shape');
  if (!shape && library === 'numpy' && (source?.shape?.length ?? 1) === 1) return unknownValue('random');
  return makeArray(library, {
    dtype,
    shape: [...(shape ? sizes(shape) : []), ...(source?.shape?.slice(1) ?? [])],
    reason: random,
  });
};

/** Class indices drawn along an axis: the classes make room for the draws. */
const sampleCategorical: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const axis = normalAxes(axesArgument(args) ?? [-1], x)?.[0];
  const rest = x.shape?.filter((_, i) => i !== axis);
  const count = given(args, 'count');
  const asked = given(args, 'shape');
  const shape = asked ? sizes(asked) : rest && (count ? [...rest, ...sizes(count)] : rest);
  const dtype = dtypeArgument(args, context) ?? (x.library === 'jax' || x.library === 'tfjs' ? 'int32' : 'int64');
  return makeArray(x.library, { dtype, shape, reason: random, space: { name: 'class-index', origin: x.space?.origin ?? [] } });
};

const sampleBernoulli: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const dtype = x.library === 'jax' ? 'bool' : x.dtype;
  return makeArray(x.library, { dtype, shape: given(args, 'shape') ? sizes(required(args, 'shape')) : x.shape, reason: random });
};

export const randomOperations: Readonly<Record<string, Operation>> = {
  random: randomArray,
  randomLike,
  permutation,
  choice,
  sampleCategorical,
  sampleBernoulli,
};
