import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import {
  bernoulliLogits,
  bernoulliLogProbabilities,
  bernoulliProbabilities,
  logProbabilities,
  probabilities,
  wantsDistribution,
  wantsProbabilities,
  wantsScores,
} from '../spaces.ts';

const special = functionsOf('scipy.special', {
  before: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.',
  after: '.html',
});
/** What NumPy's universal functions take besides their operands. */
const ufunc = 'out: _out=None, *, where: _where=True, casting: _casting=..., order: _order=..., dtype=None, subok: _subok=True';
/** `axis=None` is the whole array. */
const whole = { when: { axis: null } };
const axis = { role: 'axis' };

export const rows: readonly Row[] = [
  special('softmax', '(x, axis=None)', 'softmax', {
    gives: [{ ...probabilities('all'), ...whole }, probabilities(axis)],
    accepts: [wantsScores()],
  }),
  special('log_softmax', '(x, axis=None)', 'logSoftmax', {
    gives: [{ ...logProbabilities('all'), ...whole }, logProbabilities(axis)],
    accepts: [wantsScores()],
  }),
  special('logsumexp', '(a: x, axis=None, b: weights=None, keepdims=False, return_sign: returnSign=False)', 'logSumExp'),
  special('expit', `(x, ${ufunc})`, 'sigmoid', { gives: [bernoulliProbabilities], accepts: [wantsScores()] }),
  special('log_expit', `(x, ${ufunc})`, 'logSigmoid', {
    gives: [bernoulliLogProbabilities],
    accepts: [wantsScores()],
    since: '1.8',
  }),
  special('logit', `(x, ${ufunc})`, 'logit', { gives: [bernoulliLogits], accepts: [wantsProbabilities()] }),
  special('entr', `(x, ${ufunc})`, 'entr', { accepts: [wantsDistribution()] }),
  special('rel_entr', `(x1: x, x2: y, ${ufunc})`, 'relEntr', { accepts: [wantsDistribution('x'), wantsDistribution('y')] }),
  special('kl_div', `(x1: x, x2: y, ${ufunc})`, 'klDivElement', { accepts: [wantsDistribution('x'), wantsDistribution('y')] }),
  special('xlogy', `(x1: x, x2: y, ${ufunc})`, 'xlogy'),
  special('xlog1py', `(x1: x, x2: y, ${ufunc})`, 'xlog1py'),
  special('exp2', `(x, ${ufunc})`, 'exp2'),
  special('expm1', `(x, ${ufunc})`, 'expm1'),
  special('log1p', `(x, ${ufunc})`, 'log1p'),
  special('erf', `(x, ${ufunc})`, 'erf'),
  special('erfc', `(x, ${ufunc})`, 'erfc'),
  special('erfinv', `(x, ${ufunc})`, 'erfinv'),
  special('ndtr', `(x, ${ufunc})`, 'ndtr'),
  special('ndtri', `(y: x, ${ufunc})`, 'ndtri'),
  special('exp10', `(x, ${ufunc})`, 'exp10'),
  special('huber', `(delta: x, r: y, ${ufunc})`, 'huberOf'),
  special('pseudo_huber', `(delta: x, r: y, ${ufunc})`, 'pseudoHuberOf'),
  special('log_ndtr', `(x, ${ufunc})`, 'logNdtr'),
  special('exprel', `(x, ${ufunc})`, 'exprel'),
  special('factorial', '(n: x, exact: _exact=False)', 'factorial'),
  special('binom', `(x, y, ${ufunc.replace('dtype=', 'dtype: _dtype=')})`, 'combinations'),
  special('boxcox', `(x, lmbda: y, ${ufunc.replace('dtype=', 'dtype: _dtype=')})`, 'boxcox'),
  special('betaln', `(a: x, b: y, ${ufunc.replace('dtype=', 'dtype: _dtype=')})`, 'logBeta'),
  special('beta', `(a: x, b: y, ${ufunc.replace('dtype=', 'dtype: _dtype=')})`, 'betaFunction'),
  special('cbrt', `(x, ${ufunc})`, 'cbrt'),
  special('comb', '(N: x, k: y, exact=False, repetition: _repetition=False, legacy: _legacy=True)', 'combinations'),
  special('gammaln', `(x, ${ufunc})`, 'lgamma'),
  special('gamma', `(x, ${ufunc})`, 'gamma'),
  special('digamma', `(x, ${ufunc})`, 'digamma', { also: ['scipy.special.psi'] }),
];
