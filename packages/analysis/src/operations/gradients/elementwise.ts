/**
 * Derivatives of functions of single elements, as PyTorch writes them:
 * https://github.com/pytorch/pytorch/blob/v1.13.1/tools/autograd/derivatives.yaml
 */
import type { Value } from '../../values/value.ts';
import { number } from '../arguments.ts';
import { giveUp } from '../outcome.ts';
import { argument, arrayOf, type Derivative, type Derivatives, type Pull } from './derivative.ts';

type Unary = (pull: Pull, g: Value, x: Value, r: Value) => Value;

const one =
  (derivative: Unary): Derivative =>
  (pull) => ({ x: derivative(pull, pull.gradient, arrayOf(pull, 'x'), pull.result) });

const nothing: Derivative = (pull) => ({ x: pull.a.multiply(pull.gradient, 0) });

const of =
  (name: string): ((pull: Pull, x: Value) => Value) =>
  ({ a }, x) =>
    a.run(name, { x });
const [exp, log, cos, sin, sigmoid, sign] = ['exp', 'log', 'cos', 'sin', 'sigmoid', 'sign'].map(of) as [
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
  ReturnType<typeof of>,
];

/** The gradient where the slope is one, nothing elsewhere. */
const inside =
  (low: number, high: number): Unary =>
  ({ a }, g, x) =>
    a.where(a.compare('>', x, low), a.where(a.compare('<', x, high), g, 0), 0);

const selu = { alpha: 1.6732632423543772, scale: 1.0507009873554805 };

/** ELU and its kin: `slope` above 0, `slope · alpha · e^x` below. */
const exponentialBelow =
  (alpha: number, slope: number): Unary =>
  (pull, g, x) => {
    const { a } = pull;
    return a.where(a.compare('<=', x, 0), a.multiply(a.multiply(g, slope * alpha), exp(pull, x)), a.multiply(g, slope));
  };

const unaries: Readonly<Record<string, Unary>> = {
  negative: ({ a }, g) => a.negative(g),
  exp: ({ a }, g, _, r) => a.multiply(g, r),
  exp2: ({ a }, g, _, r) => a.multiply(a.multiply(g, r), Math.LN2),
  expm1: ({ a }, g, _, r) => a.multiply(g, a.add(r, 1)),
  log: ({ a }, g, x) => a.divide(g, x),
  log2: ({ a }, g, x) => a.divide(g, a.multiply(x, Math.LN2)),
  log10: ({ a }, g, x) => a.divide(g, a.multiply(x, Math.LN10)),
  log1p: ({ a }, g, x) => a.divide(g, a.add(x, 1)),
  sqrt: ({ a }, g, _, r) => a.divide(g, a.multiply(r, 2)),
  rsqrt: ({ a }, g, _, r) => a.multiply(a.multiply(g, -0.5), a.multiply(a.multiply(r, r), r)),
  square: ({ a }, g, x) => a.multiply(g, a.multiply(x, 2)),
  reciprocal: ({ a }, g, _, r) => a.multiply(a.negative(g), a.multiply(r, r)),
  // JAX takes 1 at 0, where PyTorch takes 0.
  abs: (pull, g, x) =>
    pull.result.library === 'jax'
      ? pull.a.where(pull.a.compare('>=', x, 0), g, pull.a.negative(g))
      : pull.a.multiply(g, sign(pull, x)),
  sin: (pull, g, x) => pull.a.multiply(g, cos(pull, x)),
  cos: (pull, g, x) => pull.a.multiply(g, pull.a.negative(sin(pull, x))),
  tan: ({ a }, g, _, r) => a.multiply(g, a.add(a.power(r, 2), 1)),
  sinh: ({ a }, g, x) => a.multiply(g, a.run('cosh', { x })),
  cosh: ({ a }, g, x) => a.multiply(g, a.run('sinh', { x })),
  tanh: ({ a }, g, _, r) => a.multiply(g, a.subtract(1, a.multiply(r, r))),
  arctan: ({ a }, g, x) => a.divide(g, a.add(a.multiply(x, x), 1)),
  arcsin: ({ a }, g, x) => a.multiply(g, a.run('rsqrt', { x: a.subtract(1, a.multiply(x, x)) })),
  arccos: ({ a }, g, x) => a.multiply(a.negative(g), a.run('rsqrt', { x: a.subtract(1, a.multiply(x, x)) })),
  erf: (pull, g, x) => {
    const { a } = pull;
    return a.multiply(a.multiply(exp(pull, a.negative(a.power(x, 2))), 2 / Math.sqrt(Math.PI)), g);
  },
  sigmoid: ({ a }, g, _, r) => a.multiply(a.multiply(g, a.subtract(1, r)), r),
  logSigmoid: (pull, g, x) => pull.a.multiply(g, sigmoid(pull, pull.a.negative(x))),
  relu: ({ a }, g, _, r) => a.where(a.compare('<=', r, 0), 0, g),
  relu6: inside(0, 6),
  hardtanh: (pull, g, x, r) => inside(number(pull.args, 'low') ?? -1, number(pull.args, 'high') ?? 1)(pull, g, x, r),
  leakyRelu: ({ a, args }, g, x) => a.where(a.compare('>', x, 0), g, a.multiply(g, number(args, 'slope') ?? 0.01)),
  elu: (pull, g, x, r) => exponentialBelow(number(pull.args, 'alpha') ?? 1, 1)(pull, g, x, r),
  selu: exponentialBelow(selu.alpha, selu.scale),
  gelu: (pull, g, x) => {
    const { a, args } = pull;
    const approximate = args.get('approximate');
    if (approximate?.kind === 'text' ? approximate.value !== 'none' : approximate?.kind === 'bool' && approximate.value)
      return giveUp('unmodelled', 'gelu');
    const cdf = a.multiply(a.add(a.run('erf', { x: a.multiply(x, Math.SQRT1_2) }), 1), 0.5);
    const pdf = a.multiply(exp(pull, a.multiply(a.multiply(x, x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
    return a.multiply(g, a.add(cdf, a.multiply(x, pdf)));
  },
  silu: (pull, g, x) => {
    const { a } = pull;
    const s = sigmoid(pull, x);
    return a.multiply(a.multiply(g, s), a.add(a.multiply(x, a.subtract(1, s)), 1));
  },
  softplus: (pull, g, x) => {
    const { a, args } = pull;
    const [beta, threshold] = [number(args, 'beta') ?? 1, number(args, 'threshold') ?? 20];
    const scaled = a.multiply(x, beta);
    const z = exp(pull, scaled);
    return a.where(a.compare('>', scaled, threshold), g, a.divide(a.multiply(g, z), a.add(z, 1)));
  },
  mish: (pull, g, x) => {
    const { a } = pull;
    const t = a.run('tanh', { x: a.run('softplus', { x }) });
    const slope = a.multiply(a.multiply(x, sigmoid(pull, x)), a.subtract(1, a.multiply(t, t)));
    return a.multiply(g, a.add(t, slope));
  },
  tanhshrink: (pull, g, x) => {
    const t = pull.a.run('tanh', { x });
    return pull.a.multiply(g, pull.a.multiply(t, t));
  },
  softsign: (pull, g, x) => {
    const { a } = pull;
    return a.divide(g, a.power(a.add(a.run('abs', { x }), 1), 2));
  },
};

/** 1 where a bound leaves the element what it is, the bounds included. */
const clip: Derivative = (pull) => {
  const { a, args, gradient } = pull;
  const x = arrayOf(pull, 'x');
  let g: Value = gradient;
  const [low, high] = [args.get('low'), args.get('high')];
  if (low && low.kind !== 'none') g = a.where(a.compare('>=', x, low), g, 0);
  if (high && high.kind !== 'none') g = a.where(a.compare('<=', x, high), g, 0);
  for (const bound of [low, high]) if (bound?.kind === 'array' && bound.tape) giveUp('unmodelled', 'clamp');
  return { x: g };
};

const add: Derivative = (pull) => ({ x: pull.gradient, y: scaled(pull, pull.gradient) });
const subtract: Derivative = (pull) => ({ x: pull.gradient, y: scaled(pull, pull.a.negative(pull.gradient)) });

/** `torch.add(x, y, alpha=2)`. */
function scaled({ a, args }: Pull, g: Value): Value {
  const scale = args.get('scale') ? (number(args, 'scale') ?? 1) : 1;
  return scale === 1 ? g : a.multiply(g, scale);
}

const multiply: Derivative = (pull) => ({
  x: pull.a.multiply(pull.gradient, argument(pull, 'y')),
  y: pull.a.multiply(pull.gradient, argument(pull, 'x')),
});

const divide: Derivative = (pull) => {
  const { a, args, gradient } = pull;
  if (args.get('rounding') && args.get('rounding')?.kind !== 'none') return giveUp('unmodelled', 'rounding_mode');
  const [x, y] = [argument(pull, 'x'), argument(pull, 'y')];
  return { x: a.divide(gradient, y), y: a.multiply(a.negative(gradient), a.divide(a.divide(x, y), y)) };
};

const power: Derivative = (pull) => {
  const { a, gradient, result } = pull;
  const [x, y] = [argument(pull, 'x'), argument(pull, 'y')];
  const base = x.kind === 'array' && x.tape ? x : undefined;
  const exponent = y.kind === 'array' && y.tape ? y : undefined;
  const constant = y.kind === 'int' || y.kind === 'float' ? Number(y.value) : undefined;
  const own =
    constant === undefined
      ? a.where(a.compare('==', y, 0), a.multiply(gradient, 0), a.multiply(gradient, a.multiply(y, a.power(x, a.subtract(y, 1)))))
      : constant === 0
        ? a.multiply(gradient, 0)
        : a.multiply(gradient, a.multiply(a.power(x, constant - 1), constant));
  const through = (): Value => {
    const logarithm = x.kind === 'array' ? log(pull, x) : a.constant([Math.log(numberOf(x))], [], result.dtype ?? 'float32');
    const product = a.multiply(gradient, a.multiply(result, logarithm));
    return x.kind === 'array' ? a.where(a.compare('==', x, 0), a.multiply(gradient, 0), product) : product;
  };
  return { ...(base ? { x: own } : {}), ...(exponent ? { y: through() } : {}) };
};

const numberOf = (value: Value): number =>
  value.kind === 'int' || value.kind === 'float' ? Number(value.value) : giveUp('unmodelled', 'power');

/** The larger takes all; equals share. */
const extreme =
  (loses: '<' | '>'): Derivative =>
  (pull) => {
    const { a, gradient } = pull;
    const [x, y] = [argument(pull, 'x'), argument(pull, 'y')];
    const shared = a.where(a.compare('==', x, y), a.divide(gradient, 2), gradient);
    const beats = loses === '<' ? '>' : '<';
    return { x: a.where(a.compare(loses, x, y), 0, shared), y: a.where(a.compare(beats, x, y), 0, shared) };
  };

/** x + c·y·z, x + c·y/z, x + w·(y − x). */
const composed: Derivatives = {
  addcmul: (pull) => {
    const { a, gradient } = pull;
    const [y, z] = [argument(pull, 'y'), argument(pull, 'z')];
    const g = a.multiply(gradient, number(pull.args, 'value') ?? 1);
    return { x: gradient, y: a.multiply(g, z), z: a.multiply(g, y) };
  },
  addcdiv: (pull) => {
    const { a, gradient } = pull;
    const [y, z] = [argument(pull, 'y'), argument(pull, 'z')];
    const g = a.multiply(gradient, number(pull.args, 'value') ?? 1);
    return { x: gradient, y: a.divide(g, z), z: a.multiply(a.negative(g), a.divide(y, a.multiply(z, z))) };
  },
  lerp: (pull) => {
    const { a, gradient } = pull;
    const [x, y, weight] = [argument(pull, 'x'), argument(pull, 'y'), argument(pull, 'weight')];
    return {
      x: a.multiply(gradient, a.subtract(1, weight)),
      y: a.multiply(gradient, weight),
      weight: a.multiply(gradient, a.subtract(y, x)),
    };
  },
};

const steps: readonly string[] = ['floor', 'ceil', 'round', 'trunc', 'sign', 'floorDivide'];

export const elementwiseDerivatives: Derivatives = {
  ...Object.fromEntries(Object.entries(unaries).map(([name, unary]) => [name, one(unary)])),
  ...Object.fromEntries(steps.map((name) => [name, nothing])),
  ...composed,
  identity: ({ gradient }) => ({ x: gradient }),
  cast: ({ gradient }) => ({ x: gradient }),
  castLike: ({ gradient }) => ({ x: gradient }),
  to: ({ gradient }) => ({ x: gradient }),
  nanToNum: (pull) => ({ x: pull.a.where(pull.a.run('isfinite', { x: arrayOf(pull, 'x') }), pull.gradient, 0) }),
  clip,
  add,
  subtract,
  multiply,
  divide,
  power,
  maximum: extreme('<'),
  minimum: extreme('>'),
};
