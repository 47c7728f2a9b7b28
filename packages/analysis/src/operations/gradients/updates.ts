/**
 * What optimizers do to one parameter, in the order of operations of PyTorch's implementations of single tensors:
 * https://github.com/pytorch/pytorch/tree/v1.13.1/torch/optim
 */
import type { ArrayValue, Value } from '../../values/value.ts';
import type { Algebra } from './algebra.ts';

/** Settings by the names that PyTorch gives them; a flag is 1. */
export type Settings = Readonly<Record<string, number>>;
/** What the optimizer remembers of a parameter from step to step. */
export type Memory = Readonly<Record<string, Value>>;

export interface Update {
  readonly parameter: Value;
  readonly memory: Memory;
}

export interface UpdateInput {
  readonly a: Algebra;
  readonly parameter: ArrayValue;
  readonly gradient: ArrayValue;
  /** From 1. */
  readonly turn: number;
  readonly settings: Settings;
  readonly memory: Memory;
}

export type UpdateRule = (input: UpdateInput) => Update;

function decayed({ a, parameter, gradient, settings: { weight_decay: decay = 0, maximize = 0 } }: UpdateInput): Value {
  const own = maximize ? a.negative(gradient) : gradient;
  return decay === 0 ? own : plus(a, own, parameter, decay);
}

/** x + factor · y, rounded once. */
const plus = (a: Algebra, x: Value, y: Value, factor: number): Value => a.fused([x, y], (r, p, q) => p + r(factor) * q);

/** x + factor · y · z, as `addcmul_` has it. */
const plusProduct = (a: Algebra, x: Value, y: Value, z: Value, factor: number): Value =>
  a.fused([x, y, z], (r, p, q, s) => p + r(r(factor) * q) * s);

/** x + factor · y / z, as `addcdiv_` has it. */
const plusQuotient = (a: Algebra, x: Value, y: Value, z: Value, factor: number): Value =>
  a.fused([x, y, z], (r, p, q, s) => p + r(r(r(factor) * q) / s));

const zeros = (a: Algebra, x: ArrayValue): Value => a.run('zerosLike', { x });

const sgd: UpdateRule = (input) => {
  const { a, parameter, memory, settings } = input;
  const { lr = 0.001, momentum = 0, dampening = 0, nesterov = 0 } = settings;
  const gradient = decayed(input);
  if (momentum === 0) return { parameter: plus(a, parameter, gradient, -lr), memory };
  const before = memory.buffer;
  const buffer = before ? plus(a, a.multiply(before, momentum), gradient, 1 - dampening) : gradient;
  const direction = nesterov ? plus(a, gradient, buffer, momentum) : buffer;
  return { parameter: plus(a, parameter, direction, -lr), memory: { buffer } };
};

const adamWith =
  (decouples: boolean): UpdateRule =>
  (input) => {
    const { a, memory, settings, turn } = input;
    const {
      lr = 0.001,
      beta1 = 0.9,
      beta2 = 0.999,
      eps = 1e-8,
      weight_decay: decay = decouples ? 0.01 : 0,
      amsgrad = 0,
    } = settings;
    const parameter = decouples ? a.multiply(input.parameter, 1 - lr * decay) : input.parameter;
    const gradient = decouples ? decayed({ ...input, settings: { ...settings, weight_decay: 0 } }) : decayed(input);
    const mean = plus(a, a.multiply(memory.mean ?? zeros(a, input.parameter), beta1), gradient, 1 - beta1);
    const before = a.multiply(memory.square ?? zeros(a, input.parameter), beta2);
    const square = plusProduct(a, before, gradient, gradient, 1 - beta2);
    const size = lr / (1 - beta1 ** turn);
    const largest = amsgrad ? a.run('maximum', { x: memory.largest ?? zeros(a, input.parameter), y: square }) : square;
    const root = a.divide(a.run('sqrt', { x: largest }), Math.sqrt(1 - beta2 ** turn));
    return {
      parameter: plusQuotient(a, parameter, mean, a.add(root, eps), -size),
      memory: { mean, square, ...(amsgrad ? { largest } : {}) },
    };
  };

const rmsprop: UpdateRule = (input) => {
  const { a, parameter, memory, settings } = input;
  const { lr = 0.01, alpha = 0.99, eps = 1e-8, momentum = 0, centered = 0 } = settings;
  const gradient = decayed(input);
  const before = a.multiply(memory.square ?? zeros(a, parameter), alpha);
  const square = plusProduct(a, before, gradient, gradient, 1 - alpha);
  const mean = centered ? plus(a, a.multiply(memory.mean ?? zeros(a, parameter), alpha), gradient, 1 - alpha) : undefined;
  const spread = a.add(a.run('sqrt', { x: mean ? plusProduct(a, square, mean, mean, -1) : square }), eps);
  const kept: Memory = { square, ...(mean ? { mean } : {}) };
  if (momentum === 0) return { parameter: plusQuotient(a, parameter, gradient, spread, -lr), memory: kept };
  const buffer = plusQuotient(a, a.multiply(memory.buffer ?? zeros(a, parameter), momentum), gradient, spread, 1);
  return { parameter: plus(a, parameter, buffer, -lr), memory: { ...kept, buffer } };
};

const adagrad: UpdateRule = (input) => {
  const { a, parameter, memory, settings, turn } = input;
  const { lr = 0.01, lr_decay: slowing = 0, eps = 1e-10, initial_accumulator_value: initial = 0 } = settings;
  const gradient = decayed(input);
  const before = memory.sum ?? a.add(zeros(a, parameter), initial);
  const sum = plusProduct(a, before, gradient, gradient, 1);
  const size = lr / (1 + (turn - 1) * slowing);
  const root = a.add(a.run('sqrt', { x: sum }), eps);
  return { parameter: plusQuotient(a, parameter, gradient, root, -size), memory: { sum } };
};

export const updateRules: Readonly<Record<string, UpdateRule>> = {
  SGD: sgd,
  Adam: adamWith(false),
  AdamW: adamWith(true),
  RMSprop: rmsprop,
  Adagrad: adagrad,
};
