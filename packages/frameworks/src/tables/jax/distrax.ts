import type { ClassRow, Gives, Row } from '../../schema.ts';
import { call, classesOf } from '../row.ts';
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

const distrax = classesOf('distrax', {
  before: 'https://github.com/google-deepmind/distrax/tree/master/distrax/_src/distributions',
});

/** As in TensorFlow Probability, `logits` comes first. */
const categorical = [wantsLogits('logits'), wantsDistribution('probs')];
const bernoulli = [wantsLogits('logits', 'bernoulli'), wantsDistribution('probs')];

function methods(kind: string, sample: Gives, probs: Gives, logits: Gives): NonNullable<ClassRow['methods']> {
  const fixed = { fixed: { kind } };
  return {
    sample: call('(*, seed: _seed, sample_shape: shape=())', 'distributionSample', { ...fixed, gives: [sample] }),
    log_prob: call('(value: x)', 'distributionLogProb', fixed),
    entropy: call('()', 'distributionEntropy', fixed),
    probs: call('()', 'distributionProbs', { ...fixed, property: true, gives: [probs] }),
    logits: call('()', 'distributionLogits', { ...fixed, property: true, gives: [logits] }),
  };
}

export const rows: readonly Row[] = [
  distrax('Categorical', '(logits=None, probs=None, dtype: _dtype=...)', {
    protocol: 'distribution',
    accepts: categorical,
    methods: methods('categorical', classIndex, probabilities(-1), logProbabilities(-1)),
  }),
  distrax('OneHotCategorical', '(logits=None, probs=None, dtype: _dtype=...)', {
    protocol: 'distribution',
    accepts: categorical,
    methods: methods('oneHot', oneHot(-1), probabilities(-1), logProbabilities(-1)),
  }),
  distrax('Bernoulli', '(logits=None, probs=None, dtype: _dtype=...)', {
    protocol: 'distribution',
    accepts: bernoulli,
    methods: methods('bernoulli', { space: 'class-index' }, bernoulliProbabilities, bernoulliLogits),
  }),
  distrax('Softmax', '(logits, temperature: _temperature=1.0, dtype: _dtype=...)', {
    protocol: 'distribution',
    accepts: [wantsLogits('logits')],
    bases: ['distrax.Categorical'],
  }),
];
