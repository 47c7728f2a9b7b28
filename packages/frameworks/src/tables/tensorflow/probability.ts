import type { ClassRow, Gives, Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';
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

const before = 'https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/';
const distribution = classesOf('tensorflow_probability.distributions', { before, after: '' });
const functions = functionsOf('tensorflow_probability.distributions', { before, after: '' });

const options = 'validate_args: _validate_args=False, allow_nan_stats: _allow_nan_stats=True, name: _name=...';

/** The first positional argument is `logits`, unlike in PyTorch (row 7). */
const categorical = [wantsLogits('logits'), wantsDistribution('probs')];
const bernoulli = [wantsLogits('logits', 'bernoulli'), wantsDistribution('probs')];

function methods(kind: string, sample: Gives, probs: Gives, logits: Gives): NonNullable<ClassRow['methods']> {
  const fixed = { fixed: { kind } };
  return {
    sample: call('(sample_shape: shape=(), seed: _seed=None, name: _name=None, **kwargs: _kwargs)', 'distributionSample', {
      ...fixed,
      gives: [sample],
    }),
    log_prob: call('(value: x, name: _name=None, **kwargs: _kwargs)', 'distributionLogProb', fixed),
    entropy: call('(name: _name=None, **kwargs: _kwargs)', 'distributionEntropy', fixed),
    probs_parameter: call('(name: _name=None)', 'distributionProbs', { ...fixed, gives: [probs] }),
    logits_parameter: call('(name: _name=None)', 'distributionLogits', { ...fixed, gives: [logits] }),
  };
}

const categoricalMethods = (kind: string, sample: Gives) => methods(kind, sample, probabilities(-1), logProbabilities(-1));
const bernoulliMethods = (kind: string, sample: Gives) => methods(kind, sample, bernoulliProbabilities, bernoulliLogits);

export const rows: readonly Row[] = [
  distribution(
    'Categorical',
    `(logits=None, probs=None, dtype: _dtype='int32', force_probs_to_zero_outside_support: _force=False, ${options})`,
    {
      protocol: 'distribution',
      accepts: categorical,
      methods: categoricalMethods('categorical', classIndex),
    },
  ),
  distribution('OneHotCategorical', `(logits=None, probs=None, dtype: _dtype='int32', ${options})`, {
    protocol: 'distribution',
    accepts: categorical,
    methods: categoricalMethods('oneHot', oneHot(-1)),
  }),
  distribution('Bernoulli', `(logits=None, probs=None, dtype: _dtype='int32', ${options})`, {
    protocol: 'distribution',
    accepts: bernoulli,
    methods: bernoulliMethods('bernoulli', { space: 'class-index' }),
  }),
  distribution('RelaxedOneHotCategorical', `(temperature: _temperature, logits=None, probs=None, ${options})`, {
    protocol: 'distribution',
    accepts: categorical,
    methods: categoricalMethods('relaxed', probabilities(-1)),
  }),
  distribution('RelaxedBernoulli', `(temperature: _temperature, logits=None, probs=None, ${options})`, {
    protocol: 'distribution',
    accepts: bernoulli,
    methods: bernoulliMethods('relaxed', bernoulliProbabilities),
  }),
  distribution('Multinomial', `(total_count: _total_count, logits=None, probs=None, ${options})`, {
    protocol: 'distribution',
    accepts: categorical,
  }),
  distribution('Binomial', `(total_count: _total_count, logits=None, probs=None, ${options})`, {
    protocol: 'distribution',
    accepts: bernoulli,
  }),
  distribution('Normal', `(loc, scale: _scale, ${options})`, { protocol: 'distribution' }),
  functions(
    'kl_divergence',
    '(distribution_a: _a, distribution_b: _b, allow_nan_stats: _allow_nan_stats=True, name: _name=None)',
  ),
];
