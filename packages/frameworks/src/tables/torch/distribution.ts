import type { ClassRow, Gives, Row } from '../../schema.ts';
import { type ClassExtras, call, classesOf, functionsOf } from '../row.ts';
import {
  bernoulliLogits,
  bernoulliProbabilities,
  classIndex,
  logProbabilities,
  oneHot,
  probabilities,
  wantsDistribution,
  wantsLogits,
} from '../spaces.ts';

const before = 'https://pytorch.org/docs/stable/distributions.html';
const distributionClass = classesOf('torch.distributions', { before });
const functions = functionsOf('torch.distributions', { before });

const validate = 'validate_args: _validate_args=None';
const parameters = `(probs=None, logits=None, ${validate})`;
const modules: Readonly<Record<string, string>> = {
  Categorical: 'categorical',
  Bernoulli: 'bernoulli',
  OneHotCategorical: 'one_hot_categorical',
  RelaxedBernoulli: 'relaxed_bernoulli',
  RelaxedOneHotCategorical: 'relaxed_categorical',
  Normal: 'normal',
};

/** The module of its own that most distributions also are found in. */
function distribution(name: string, signature: string, extras: ClassExtras): ClassRow {
  const also = modules[name] === undefined ? {} : { also: [`torch.distributions.${modules[name]}.${name}`] };
  return distributionClass(name, signature, { protocol: 'distribution', ...also, ...extras });
}

const property = (op: 'distributionProbs' | 'distributionLogits', kind: string, gives: Gives) =>
  call('()', op, { fixed: { kind }, property: true, gives: [gives] });
const categoricalParameters = {
  probs: property('distributionProbs', 'categorical', probabilities(-1)),
  logits: property('distributionLogits', 'categorical', logProbabilities(-1)),
};
/** Properties by kind: whichever of probs and logits was given, the other is worked out. */
const parametersOf: Readonly<Record<string, ClassRow['methods']>> = {
  categorical: categoricalParameters,
  oneHot: categoricalParameters,
  bernoulli: {
    mean: property('distributionProbs', 'bernoulli', bernoulliProbabilities),
    variance: call('()', 'distributionVariance', { fixed: { kind: 'bernoulli' }, property: true }),
    probs: property('distributionProbs', 'bernoulli', bernoulliProbabilities),
    logits: property('distributionLogits', 'bernoulli', bernoulliLogits),
  },
};

type Quantities = readonly ('mean' | 'variance' | 'stddev' | 'entropy' | 'logProb' | 'cumulative' | 'quantile')[];

const nameOf: Readonly<Record<string, string>> = { logProb: 'log_prob', cumulative: 'cdf', quantile: 'icdf' };
const isProperty = (quantity: string): boolean => quantity === 'mean' || quantity === 'variance' || quantity === 'stddev';

/** A distribution with closed forms. Its samples are not followed. */
function closed(name: string, signature: string, quantities: Quantities, extras: ClassExtras = {}): ClassRow {
  const kind = name.toLowerCase();
  const op = kind === 'dirichlet' ? 'dirichlet' : 'continuous';
  const of = quantities.map((quantity) => [
    nameOf[quantity] ?? quantity,
    call(nameOf[quantity] === undefined ? '()' : '(value: x)', op, {
      fixed: op === 'dirichlet' ? { quantity } : { kind, quantity },
      ...(isProperty(quantity) ? { property: true } : {}),
    }),
  ]);
  const shaped = call('(sample_shape: shape=())', 'continuousSample');
  return distributionClass(name, signature.replace(/\)$/, `, ${validate})`), {
    protocol: 'distribution',
    also: [`torch.distributions.${kind}.${name}`],
    ...extras,
    methods: { sample: shaped, rsample: shaped, ...Object.fromEntries(of) },
  });
}

/** Methods of distributions that are made of others. */
const compound = (names: readonly string[], value = '(value: x)'): NonNullable<ClassRow['methods']> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      name === 'log_prob' ? call(value) : call('()', undefined, isProperty(name) ? { property: true } : {}),
    ]),
  );

/** The first positional argument is `probs`: logits there are a mistake (row 7). Log-probabilities are fine as logits. */
const categorical = [wantsDistribution('probs'), wantsLogits('logits')];
const bernoulli = [wantsDistribution('probs'), wantsLogits('logits', 'bernoulli')];

function methods(kind: string, gives: NonNullable<ReturnType<typeof call>['gives']>): NonNullable<ClassRow['methods']> {
  const fixed = { fixed: { kind } };
  const shaped = '(sample_shape: shape=())';
  return {
    sample: call(shaped, 'distributionSample', { ...fixed, gives }),
    rsample: call(shaped, 'distributionSample', { ...fixed, gives }),
    log_prob: call('(value: x)', 'distributionLogProb', fixed),
    entropy: call('()', 'distributionEntropy', fixed),
    batch_shape: call('()', 'distributionBatchShape', { ...fixed, property: true }),
    ...parametersOf[kind],
  };
}

export const rows: readonly Row[] = [
  distribution('Categorical', parameters, {
    accepts: categorical,
    methods: methods('categorical', [classIndex]),
  }),
  distribution('OneHotCategorical', parameters, {
    accepts: categorical,
    methods: methods('oneHot', [oneHot(-1)]),
  }),
  distributionClass('OneHotCategoricalStraightThrough', parameters, {
    protocol: 'distribution',
    accepts: categorical,
    bases: ['torch.distributions.OneHotCategorical'],
  }),
  distribution('RelaxedOneHotCategorical', `(temperature: _temperature, probs=None, logits=None, ${validate})`, {
    accepts: categorical,
    methods: methods('relaxed', [probabilities(-1)]),
  }),
  distribution('Bernoulli', parameters, {
    accepts: bernoulli,
    methods: methods('bernoulli', [{ space: 'class-index' }]),
  }),
  distribution('RelaxedBernoulli', `(temperature: _temperature, probs=None, logits=None, ${validate})`, {
    accepts: bernoulli,
    methods: methods('relaxed', [bernoulliProbabilities]),
  }),
  closed('Binomial', '(total_count: first=1, probs: second=None, logits=None)', ['mean', 'variance', 'stddev', 'logProb'], {
    accepts: [wantsDistribution('second'), wantsLogits('logits', 'bernoulli')],
  }),
  closed('LogNormal', '(loc: first, scale: second)', ['mean', 'variance', 'entropy', 'logProb', 'cumulative'], {
    also: ['torch.distributions.log_normal.LogNormal'],
  }),
  closed('HalfNormal', '(scale: first)', ['mean', 'variance', 'entropy', 'logProb', 'cumulative'], {
    also: ['torch.distributions.half_normal.HalfNormal'],
  }),
  closed('Gumbel', '(loc: first, scale: second)', ['mean', 'variance', 'stddev', 'entropy', 'logProb']),
  closed('Cauchy', '(loc: first, scale: second)', ['entropy', 'logProb', 'cumulative']),
  distributionClass('Independent', `(base_distribution: base, reinterpreted_batch_ndims: count, ${validate})`, {
    protocol: 'distribution',
    also: ['torch.distributions.independent.Independent'],
    methods: compound(['log_prob', 'entropy', 'mean', 'variance', 'stddev']),
  }),
  distributionClass('MixtureSameFamily', `(mixture_distribution: mixture, component_distribution: component, ${validate})`, {
    protocol: 'distribution',
    also: ['torch.distributions.mixture_same_family.MixtureSameFamily'],
    methods: compound(['log_prob', 'mean', 'variance'], '(x)'),
  }),
  closed('Geometric', '(probs: first=None, logits=None)', ['mean', 'variance', 'stddev', 'logProb'], {
    accepts: [wantsDistribution('first'), wantsLogits('logits', 'bernoulli')],
  }),
  closed('Uniform', '(low: first, high: second)', ['mean', 'variance', 'stddev', 'entropy', 'logProb', 'cumulative', 'quantile']),
  closed('Exponential', '(rate: first)', ['mean', 'variance', 'stddev', 'entropy', 'logProb', 'cumulative', 'quantile']),
  closed('Poisson', '(rate: first)', ['mean', 'variance', 'stddev', 'logProb']),
  closed('Gamma', '(concentration: first, rate: second)', ['mean', 'variance', 'stddev', 'entropy', 'logProb']),
  closed('Beta', '(concentration1: first, concentration0: second)', ['mean', 'variance', 'stddev', 'entropy', 'logProb']),
  closed('Laplace', '(loc: first, scale: second)', ['mean', 'variance', 'stddev', 'entropy', 'logProb', 'cumulative']),
  closed('Dirichlet', '(concentration: first)', ['mean', 'variance', 'entropy', 'logProb']),
  distributionClass('Multinomial', `(total_count: _total_count=1, probs=None, logits=None, ${validate})`, {
    protocol: 'distribution',
    accepts: categorical,
    methods: { log_prob: call('(value: x)', 'multinomialLogProb'), ...categoricalParameters },
  }),
  distribution('Normal', `(loc, scale, ${validate})`, {
    methods: {
      ...methods('normal', []),
      log_prob: call('(value: x)', 'normalLogProb'),
      entropy: call('()', 'normalEntropy'),
      variance: call('()', 'normalVariance', { property: true }),
      mean: call('()', 'normalMean', { property: true }),
      stddev: call('()', 'normalDeviation', { property: true }),
      cdf: call('(value: x)', 'normalCumulative'),
      icdf: call('(value: x)', 'continuous', { fixed: { kind: 'normal', quantity: 'quantile' } }),
    },
  }),
  functions('kl_divergence', '(p, q)', 'klDivergence', { also: ['torch.distributions.kl.kl_divergence'] }),
];
