/** What `print` calls the step that made a tensor: `grad_fn=<AddBackward0>`. Only names that no version of PyTorch changed. */
import type { Step } from '../../values/tape.ts';
import type { Value } from '../../values/value.ts';
import { lossReduction } from '../losses/loss-result.ts';
import type { OperationArguments } from '../operation.ts';

/** Undefined where it is not known. */
export function stepName({ op, args, result }: Step): string | undefined {
  const name = names[op];
  if (name === undefined) return undefined;
  return typeof name === 'string' ? `${name}0` : name(args, result.shape?.length);
}

type Name = string | ((args: OperationArguments, rank: number | undefined) => string | undefined);

const isNumber = (value: Value | undefined): boolean =>
  value?.kind === 'int' || value?.kind === 'float' || value?.kind === 'bool';
const rankOf = (value: Value | undefined): number | undefined => (value?.kind === 'array' ? value.shape?.length : undefined);
const isGiven = (value: Value | undefined): boolean => value !== undefined && value.kind !== 'none';

/** `sum()` or `sum(dim)`. */
const reduction =
  (name: string): Name =>
  (args) =>
    `${name}Backward${isGiven(args.get('axis')) ? 1 : 0}`;

const extreme =
  (name: string): Name =>
  (args) =>
    `${name}Backward${isGiven(args.get('axis')) ? 0 : 1}`;

const product: Name = (args) => {
  const ranks = `${rankOf(args.get('x'))}${rankOf(args.get('y'))}`;
  return { 11: 'DotBackward0', 21: 'MvBackward0', 22: 'MmBackward0' }[ranks];
};

const linear: Name = (args) =>
  rankOf(args.get('x')) === 2 ? (args.get('bias')?.kind === 'array' ? 'AddmmBackward0' : 'MmBackward0') : undefined;

const index: Name = (args) => {
  const indices = args.get('indices');
  const last = indices?.kind === 'tuple' ? indices.items.at(-1) : undefined;
  if (indices?.kind !== 'tuple' || !last) return undefined;
  if (indices.items.every(({ kind }) => kind === 'int')) return 'SelectBackward0';
  if (indices.items.length > 1) return indices.items.every(({ kind }) => kind === 'array') ? 'IndexBackward0' : undefined;
  return last.kind === 'slice' ? 'SliceBackward0' : last.kind === 'array' ? 'IndexBackward0' : undefined;
};

const crossEntropy: Name = (args) => {
  const [x, target, smoothing] = [args.get('x'), args.get('target'), args.get('labelSmoothing')];
  const plain = !smoothing || (isNumber(smoothing) && 'value' in smoothing && Number(smoothing.value) === 0);
  const indices = target?.kind === 'array' && target.dtype?.includes('int');
  return plain && indices && (rankOf(x) ?? 3) <= 2 ? 'NllLossBackward0' : undefined;
};

const klDiv: Name = (args) =>
  ({ mean: 'MeanBackward0', sum: 'SumBackward0', batchmean: 'DivBackward0', none: undefined })[lossReduction(args, 'mean')];

const simple = (pairs: Readonly<Record<string, string>>): Readonly<Record<string, Name>> =>
  Object.fromEntries(Object.entries(pairs).map(([op, name]) => [op, `${name}Backward`]));

const names: Readonly<Record<string, Name>> = {
  ...simple({
    add: 'Add',
    multiply: 'Mul',
    negative: 'Neg',
    exp: 'Exp',
    log: 'Log',
    log2: 'Log2',
    log10: 'Log10',
    log1p: 'Log1P',
    expm1: 'Expm1',
    sqrt: 'Sqrt',
    rsqrt: 'Rsqrt',
    abs: 'Abs',
    sin: 'Sin',
    cos: 'Cos',
    tan: 'Tan',
    sinh: 'Sinh',
    cosh: 'Cosh',
    tanh: 'Tanh',
    sigmoid: 'Sigmoid',
    relu: 'Relu',
    erf: 'Erf',
    square: 'Pow',
    reciprocal: 'Reciprocal',
    logSumExp: 'Logsumexp',
    cumsum: 'Cumsum',
    expandDims: 'Unsqueeze',
    expand: 'Expand',
    concatenate: 'Cat',
    stack: 'Stack',
    where: 'Where',
    maskedFill: 'MaskedFill',
    takeAlong: 'Gather',
    softmax: 'Softmax',
    logSoftmax: 'LogSoftmax',
    nll: 'NllLoss',
    mse: 'MseLoss',
    smoothL1: 'SmoothL1Loss',
    binaryCrossEntropy: 'BinaryCrossEntropy',
    binaryCrossEntropyWithLogits: 'BinaryCrossEntropyWithLogits',
    maximum: 'Maximum',
    minimum: 'Minimum',
    softplus: 'Softplus',
    gelu: 'Gelu',
    silu: 'Silu',
    leakyRelu: 'LeakyRelu',
    elu: 'Elu',
    logSigmoid: 'LogSigmoid',
    layerNorm: 'NativeLayerNorm',
    embedding: 'Embedding',
    swapAxes: 'Transpose',
    permute: 'Permute',
    var: 'Var',
    std: 'Std',
  }),
  subtract: (args) => (isNumber(args.get('x')) ? 'RsubBackward1' : 'SubBackward0'),
  divide: (args) => (isNumber(args.get('x')) ? 'MulBackward0' : 'DivBackward0'),
  power: (args) => (isNumber(args.get('y')) ? 'PowBackward0' : args.get('x')?.kind === 'array' ? 'PowBackward1' : undefined),
  matmul: product,
  dot: 'DotBackward',
  linear,
  dense: linear,
  sum: reduction('Sum'),
  mean: reduction('Mean'),
  prod: reduction('Prod'),
  torchMax: extreme('Max'),
  torchMin: extreme('Min'),
  index,
  unbind: 'UnbindBackward',
  crossEntropy,
  klDiv,
};
