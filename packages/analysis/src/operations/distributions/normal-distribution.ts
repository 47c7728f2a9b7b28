/** torch.distributions.Normal and the divergences between distributions: https://pytorch.org/docs/stable/distributions.html */
import { log as exactLog, fromData, type NdArray, softplus } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { erf } from '../activations/special-functions.ts';
import { given, required, tensor } from '../arguments.ts';
import { arrayFromNested } from '../arrays/nested.ts';
import { workingPrecision } from '../arrays/precision.ts';
import { castData, makeArray, mapArrays } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { distributionOperations } from './distributions.ts';

/** The location and scale; Python's numbers become float32 tensors. */
function parameter(args: OperationArguments, role: string, context: OperationContext): NdArray {
  const value = required(args, role);
  if (value.kind !== 'float' && value.kind !== 'int') return tensor(args, role, context).data ?? giveUp('unmodelled', role);
  const array = arrayFromNested({ kind: 'float', value: Number(value.value) }, undefined, context);
  return (array.kind === 'array' && array.data) || giveUp('unmodelled', role);
}

const result = (data: NdArray): Value => makeArray('torch', { data });

const halfLog2Pi = Math.log(Math.sqrt(2 * Math.PI));

const normalLogProb: Operation = (args, context) => {
  const [loc, scale] = [parameter(args, 'loc', context), parameter(args, 'scale', context)];
  const x = castData(parameter(args, 'x', context), loc.dtype);
  const r = workingPrecision(loc.dtype, 'torch');
  const compute = (v: number, m: number, s: number): number =>
    r(r(r(-r(r(v - m) ** 2)) / r(2 * r(s ** 2))) - r(exactLog(s))) - halfLog2Pi;
  return result(mapArrays([x, loc, scale], compute, loc.dtype));
};

const normalEntropy: Operation = (args, context) => {
  const [loc, scale] = [parameter(args, 'loc', context), parameter(args, 'scale', context)];
  return result(mapArrays([loc, scale], (_, s) => 0.5 + 0.5 * Math.log(2 * Math.PI) + exactLog(s), scale.dtype));
};

const normalVariance: Operation = (args, context) => {
  const [loc, scale] = [parameter(args, 'loc', context), parameter(args, 'scale', context)];
  return result(mapArrays([loc, scale], (_, s) => s ** 2, scale.dtype));
};

const normalMean: Operation = (args, context) => {
  const [loc, scale] = [parameter(args, 'loc', context), parameter(args, 'scale', context)];
  return result(mapArrays([loc, scale], (m) => m, scale.dtype));
};

const normalDeviation: Operation = (args, context) => {
  const [loc, scale] = [parameter(args, 'loc', context), parameter(args, 'scale', context)];
  return result(mapArrays([loc, scale], (_, s) => s, scale.dtype));
};

const normalCumulative: Operation = (args, context) => {
  const [loc, scale] = [parameter(args, 'loc', context), parameter(args, 'scale', context)];
  const x = castData(parameter(args, 'x', context), loc.dtype);
  const r = workingPrecision(loc.dtype, 'torch');
  const compute = (v: number, m: number, s: number): number => r(0.5 * r(1 + r(erf(r(r(r(v - m) * r(1 / s)) / r(Math.SQRT2))))));
  return result(mapArrays([x, loc, scale], compute, loc.dtype));
};

interface Distribution {
  readonly name: string;
  readonly args: OperationArguments;
}

function distribution(value: Value): Distribution {
  const state = value.kind === 'reference' ? value.state : undefined;
  if (state?.kind !== 'libraryObject') return giveUp('unmodelled', 'distribution');
  return { name: state.row.name.slice(state.row.name.lastIndexOf('.') + 1), args: state.args };
}

function dataOf(operation: string, { args }: Distribution, kind: string, context: OperationContext): NdArray {
  const value = distributionOperations[operation]?.(new Map([...args, ['kind', { kind: 'text', value: kind }]]), context);
  return (value?.kind === 'array' && value.data) || giveUp('unmodelled', 'distribution');
}

/** `kl_divergence(p, q)` of two distributions of one kind. */
const klDivergence: Operation = (args, context) => {
  const [p, q] = [distribution(required(args, 'p')), distribution(required(args, 'q'))];
  if (p.name !== q.name) return giveUp('unmodelled', 'kl_divergence');
  if (p.name === 'Normal') return klOfNormals(p, q, context);
  const kind =
    p.name === 'Bernoulli' ? 'bernoulli' : p.name === 'Categorical' || p.name === 'OneHotCategorical' ? 'categorical' : undefined;
  if (!kind) return giveUp('unmodelled', 'kl_divergence');
  const [probs, others] = [p, q].map((one) => dataOf('distributionProbs', one, kind, context)) as [NdArray, NdArray];
  const [scores, otherScores] = [p, q].map((one) => dataOf('distributionLogits', one, kind, context)) as [NdArray, NdArray];
  const r = workingPrecision(probs.dtype, 'torch');
  if (kind === 'bernoulli') {
    const terms = mapArrays(
      [probs, scores, otherScores],
      (a, x, y) => r(r(a * r(softplus(-y) - softplus(-x))) + r(r(1 - a) * r(softplus(y) - softplus(x)))),
      probs.dtype,
    );
    return result(terms);
  }
  if (probs.shape.join() !== others.shape.join()) return giveUp('unmodelled', 'broadcast');
  const terms = mapArrays(
    [probs, others, scores, otherScores],
    (a, b, x, y) => (a === 0 ? 0 : b === 0 ? Number.POSITIVE_INFINITY : r(a * r(x - y))),
    probs.dtype,
  );
  const classes = probs.shape.at(-1) ?? 1;
  const sums = Array.from({ length: terms.data.length / classes }, (_, i) =>
    Array.from(terms.data.slice(i * classes, (i + 1) * classes), Number).reduce((total, one) => r(total + one), 0),
  );
  return result(fromData(sums, probs.shape.slice(0, -1), probs.dtype));
};

function klOfNormals(p: Distribution, q: Distribution, context: OperationContext): Value {
  const [m, s, n, t] = [p, q].flatMap((one) => [parameter(one.args, 'loc', context), parameter(one.args, 'scale', context)]);
  if (!m || !s || !n || !t || !given(p.args, 'loc')) return giveUp('unmodelled', 'kl_divergence');
  const compute = (a: number, b: number, c: number, d: number): number =>
    0.5 * ((b / d) ** 2 + ((a - c) / d) ** 2 - 1 - exactLog((b / d) ** 2));
  return result(mapArrays([m, s, n, t], compute, m.dtype));
}

export const normalDistributionOperations: Readonly<Record<string, Operation>> = {
  normalLogProb,
  normalEntropy,
  normalVariance,
  normalMean,
  normalDeviation,
  normalCumulative,
  klDivergence,
};
