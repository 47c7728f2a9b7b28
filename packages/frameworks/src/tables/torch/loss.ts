import type { Accepts, Row } from '../../schema.ts';
import { call } from '../row.ts';
import { loss, wantsDistribution, wantsLogits, wantsLogProbabilities, wantsProbabilities, wantsSoftTarget } from '../spaces.ts';
import { functional, nn } from './site.ts';

const sized = "size_average: sizeAverage=None, reduce=None, reduction='mean'";
const gives = [loss];

/** Class indices, or probabilities per class since 1.10. */
const classTarget: Accepts = { role: 'target', space: ['class-index', 'probabilities', 'one-hot'] };
const indexTarget: Accepts = { role: 'target', space: 'class-index' };

const crossEntropy = { accepts: [wantsLogits('x', 'categorical', 'torch-class'), classTarget], gives };
const nll = { accepts: [wantsLogProbabilities('x', 'categorical', 'torch-class'), indexTarget], gives };
const bce = { accepts: [wantsProbabilities('x', 'bernoulli'), wantsSoftTarget()], gives };
const bceWithLogits = { accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()], gives };
const kl = {
  accepts: [
    wantsLogProbabilities(),
    wantsDistribution('target', { logTarget: false }),
    wantsLogProbabilities('target', undefined, undefined, { logTarget: true }),
  ],
  gives,
};
const multiLabelSoftMargin = { accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()], gives };
// A margin between scores of any kind, probabilities included.
const margin = { accepts: [indexTarget], gives };

const functions: readonly Row[] = [
  functional(
    'cross_entropy',
    `(input: x, target, weight=None, size_average: sizeAverage=None, ignore_index: ignoreIndex=-100, reduce=None, reduction='mean', label_smoothing: labelSmoothing=0.0)`,
    'crossEntropy',
    crossEntropy,
  ),
  functional(
    'nll_loss',
    `(input: x, target, weight=None, size_average: sizeAverage=None, ignore_index: ignoreIndex=-100, reduce=None, reduction='mean')`,
    'nll',
    nll,
  ),
  functional('binary_cross_entropy', `(input: x, target, weight=None, ${sized})`, 'binaryCrossEntropy', bce),
  functional(
    'binary_cross_entropy_with_logits',
    `(input: x, target, weight=None, ${sized}, pos_weight: posWeight=None)`,
    'binaryCrossEntropyWithLogits',
    bceWithLogits,
  ),
  functional('kl_div', `(input: x, target, ${sized}, log_target: logTarget=False)`, 'klDiv', kl),
  functional('mse_loss', `(input: x, target, ${sized})`, 'mse', { gives }),
  functional('l1_loss', `(input: x, target, ${sized})`, 'l1', { gives }),
  functional('smooth_l1_loss', `(input: x, target, ${sized}, beta=1.0)`, 'smoothL1', { gives }),
  functional('huber_loss', "(input: x, target, reduction='mean', delta=1.0)", 'huber', { gives }),
  functional('soft_margin_loss', `(input: x, target, ${sized})`, 'softMargin', {
    gives,
    accepts: [wantsLogits('x', 'bernoulli')],
  }),
  functional(
    'multilabel_soft_margin_loss',
    `(input: x, target, weight=None, ${sized})`,
    'multiLabelSoftMargin',
    multiLabelSoftMargin,
  ),
  functional('multi_margin_loss', `(input: x, target, p: power=1, margin=1.0, weight=None, ${sized})`, 'multiMargin', { gives }),
  functional('multilabel_margin_loss', `(input: x, target, ${sized})`, 'multiLabelMargin', { gives }),
  functional('hinge_embedding_loss', `(input: x, target, margin=1.0, ${sized})`, 'hingeEmbedding', { gives }),
  functional('margin_ranking_loss', `(input1: x, input2: y, target, margin=0, ${sized})`, 'marginRanking', { gives }),
  functional('cosine_embedding_loss', `(input1: x, input2: y, target, margin=0, ${sized})`, 'cosineEmbedding', { gives }),
  functional(
    'triplet_margin_loss',
    `(anchor: x, positive: y, negative: z, margin=1.0, p: power=2, eps: epsilon=1e-06, swap=False, ${sized})`,
    'tripletMargin',
    { gives },
  ),
  functional(
    'poisson_nll_loss',
    `(input: x, target, log_input: logInput=True, full=False, size_average: sizeAverage=None, eps: epsilon=1e-08, reduce=None, reduction='mean')`,
    'poissonNll',
    { gives },
  ),
  functional(
    'gaussian_nll_loss',
    "(input: x, target, var: variance, full=False, eps: epsilon=1e-06, reduction='mean')",
    'gaussianNll',
    { gives },
  ),
  functional(
    'ctc_loss',
    "(log_probs: x, targets: target, input_lengths: inputLengths, target_lengths: targetLengths, blank: _blank=0, reduction='mean', zero_infinity: _zero_infinity=False)",
    'ctc',
    {
      accepts: [wantsLogProbabilities()],
      gives,
    },
  ),
];

const pair = '(input: x, target)';
const bases = ['torch.nn.Module'];
const modules: readonly Row[] = [
  nn(
    'CrossEntropyLoss',
    `(weight=None, size_average: sizeAverage=None, ignore_index: ignoreIndex=-100, reduce=None, reduction='mean', label_smoothing: labelSmoothing=0.0)`,
    {
      call: call(pair, 'crossEntropy', crossEntropy),
      bases,
    },
  ),
  nn('NLLLoss', `(weight=None, size_average: sizeAverage=None, ignore_index: ignoreIndex=-100, reduce=None, reduction='mean')`, {
    call: call(pair, 'nll', nll),
    bases,
    also: ['torch.nn.NLLLoss2d'],
  }),
  nn('BCELoss', `(weight=None, ${sized})`, { call: call(pair, 'binaryCrossEntropy', bce), bases }),
  nn('BCEWithLogitsLoss', `(weight=None, ${sized}, pos_weight: posWeight=None)`, {
    call: call(pair, 'binaryCrossEntropyWithLogits', bceWithLogits),
    bases,
  }),
  nn('KLDivLoss', `(${sized}, log_target: logTarget=False)`, { call: call(pair, 'klDiv', kl), bases }),
  nn('MSELoss', `(${sized})`, { call: call(pair, 'mse', { gives }), bases }),
  nn('L1Loss', `(${sized})`, { call: call(pair, 'l1', { gives }), bases }),
  nn('SmoothL1Loss', `(${sized}, beta=1.0)`, { call: call(pair, 'smoothL1', { gives }), bases }),
  nn('HuberLoss', "(reduction='mean', delta=1.0)", { call: call(pair, 'huber', { gives }), bases }),
  nn('SoftMarginLoss', `(${sized})`, {
    call: call(pair, 'softMargin', { gives, accepts: [wantsLogits('x', 'bernoulli')] }),
    bases,
  }),
  nn('MultiLabelSoftMarginLoss', `(weight=None, ${sized})`, {
    call: call(pair, 'multiLabelSoftMargin', multiLabelSoftMargin),
    bases,
  }),
  nn('MultiMarginLoss', `(p: power=1, margin=1.0, weight=None, ${sized})`, { call: call(pair, 'multiMargin', margin), bases }),
  nn('MultiLabelMarginLoss', `(${sized})`, { call: call(pair, 'multiLabelMargin', { gives }), bases }),
  nn('HingeEmbeddingLoss', `(margin=1.0, ${sized})`, { call: call(pair, 'hingeEmbedding', { gives }), bases }),
  nn('MarginRankingLoss', `(margin=0.0, ${sized})`, {
    call: call('(input1: x, input2: y, target)', 'marginRanking', { gives }),
    bases,
  }),
  nn('CosineEmbeddingLoss', `(margin=0.0, ${sized})`, {
    call: call('(input1: x, input2: y, target)', 'cosineEmbedding', { gives }),
    bases,
  }),
  nn('TripletMarginLoss', `(margin=1.0, p: power=2.0, eps: epsilon=1e-06, swap=False, ${sized})`, {
    call: call('(anchor: x, positive: y, negative: z)', 'tripletMargin', { gives }),
    bases,
  }),
  nn(
    'PoissonNLLLoss',
    `(log_input: logInput=True, full=False, size_average: sizeAverage=None, eps: epsilon=1e-08, reduce=None, reduction='mean')`,
    {
      call: call('(log_input: x, target)', 'poissonNll', { gives }),
      bases,
    },
  ),
  nn('GaussianNLLLoss', "(*, full=False, eps: epsilon=1e-06, reduction='mean')", {
    call: call('(input: x, target, var: variance)', 'gaussianNll', { gives }),
    bases,
  }),
  nn('CTCLoss', "(blank: _blank=0, reduction='mean', zero_infinity: _zero_infinity=False)", {
    call: call('(log_probs: x, targets: target, input_lengths: inputLengths, target_lengths: targetLengths)', 'ctc', {
      accepts: [wantsLogProbabilities()],
      gives,
    }),
    bases,
  }),
];

export const rows: readonly Row[] = [...functions, ...modules];
