import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import {
  bernoulliLogits,
  bernoulliLogProbabilities,
  bernoulliProbabilities,
  logProbabilities,
  oneHot,
  probabilities,
  wantsDistribution,
  wantsProbabilities,
  wantsScores,
} from '../spaces.ts';

const before = 'https://docs.jax.dev/en/latest/_autosummary/';
const nnOf = functionsOf('jax.nn', { before: `${before}jax.nn.`, after: '.html' });
const special = functionsOf('jax.scipy.special', { before: `${before}jax.scipy.special.`, after: '.html' });
const axis = { role: 'axis' };
const whole = { when: { axis: null } };

/** `flax.linen` and `flax.nnx` re-export what `jax.nn` has. */
function nn(...[name, signature, op, extras]: Parameters<typeof nnOf>): Row {
  return nnOf(name, signature, op, { ...extras, also: [`flax.linen.${name}`, `flax.nnx.${name}`, ...(extras?.also ?? [])] });
}

export const rows: readonly Row[] = [
  nn('softmax', '(x, axis=-1, where=None)', 'softmax', {
    gives: [{ ...probabilities('all'), ...whole }, probabilities(axis)],
    accepts: [wantsScores()],
  }),
  nn('log_softmax', '(x, axis=-1, where=None)', 'logSoftmax', {
    gives: [{ ...logProbabilities('all'), ...whole }, logProbabilities(axis)],
    accepts: [wantsScores()],
  }),
  nn('sigmoid', '(x)', 'sigmoid', { gives: [bernoulliProbabilities], accepts: [wantsScores()], also: ['jax.lax.logistic'] }),
  nn('log_sigmoid', '(x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
  nn('hard_sigmoid', '(x)', 'hardSigmoid', { gives: [bernoulliProbabilities] }),
  nn('one_hot', '(x, num_classes: classes, *, dtype=None, axis=-1)', 'oneHot', { gives: [oneHot(axis)] }),
  nn('relu', '(x)', 'relu'),
  nn('relu6', '(x)', 'relu6'),
  nn('leaky_relu', '(x, negative_slope: slope=0.01)', 'leakyRelu'),
  nn('elu', '(x, alpha=1.0)', 'elu'),
  nn('celu', '(x, alpha=1.0)', 'celu'),
  nn('selu', '(x)', 'selu'),
  nn('gelu', '(x, approximate=True)', 'gelu'),
  nn('silu', '(x)', 'silu', { also: ['jax.nn.swish', 'flax.linen.swish', 'flax.nnx.swish'] }),
  nn('mish', '(x)', 'mish'),
  nn('softplus', '(x)', 'softplus'),
  nn('soft_sign', '(x)', 'softsign'),
  nn('squareplus', '(x, b=4)', 'squareplus'),
  nn('hard_tanh', '(x)', 'hardtanh'),
  nn('hard_silu', '(x)', 'hardSwish', { also: ['jax.nn.hard_swish'] }),
  nn('glu', '(x, axis=-1)', 'glu'),
  nn('tanh', '(x)', 'tanh'),
  nn('standardize', '(x, axis=-1, mean=None, variance=None, epsilon=1e-05, where: _where=None)', 'standardize'),
  nn('logsumexp', '(a: x, axis=None, b: weights=None, keepdims=False, return_sign: returnSign=False, where=None)', 'logSumExp', {
    also: ['jax.scipy.special.logsumexp'],
  }),
  special('softmax', '(x, axis=None)', 'softmax', {
    gives: [{ ...probabilities('all'), ...whole }, probabilities(axis)],
    accepts: [wantsScores()],
  }),
  special('log_softmax', '(x, axis=None)', 'logSoftmax', {
    gives: [{ ...logProbabilities('all'), ...whole }, logProbabilities(axis)],
    accepts: [wantsScores()],
  }),
  special('expit', '(x)', 'sigmoid', { gives: [bernoulliProbabilities], accepts: [wantsScores()] }),
  special('logit', '(x)', 'logit', { gives: [bernoulliLogits], accepts: [wantsProbabilities()] }),
  special('entr', '(x)', 'entr', { accepts: [wantsDistribution()] }),
  special('rel_entr', '(p: x, q: y)', 'relEntr', { accepts: [wantsDistribution('x'), wantsDistribution('y')] }),
  special('kl_div', '(p: x, q: y)', 'klDivElement', { accepts: [wantsDistribution('x'), wantsDistribution('y')] }),
  special('xlogy', '(x, y)', 'xlogy'),
  special('xlog1py', '(x, y)', 'xlog1py'),
  special('erf', '(x)', 'erf', { also: ['jax.lax.erf'] }),
  special('erfc', '(x)', 'erfc'),
  special('erfinv', '(x)', 'erfinv'),
  special('ndtr', '(x)', 'ndtr'),
  special('log_ndtr', '(x, series_order: _series_order=3)', 'logNdtr'),
  special('gammaln', '(x)', 'lgamma'),
  special('digamma', '(x)', 'digamma'),
];
