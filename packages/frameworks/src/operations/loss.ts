import type { OperationInfo } from './operation-info.ts';

const lossRoles = ['x', 'target', 'weight', 'reduction', 'sizeAverage', 'reduce'];

export const lossOperations = {
  crossEntropy: {
    roles: [...lossRoles, 'ignoreIndex', 'labelSmoothing', 'axis'],
    does: 'torch.nn.functional.cross_entropy: class axis by torch-class unless `axis` is given; target of indices or of probabilities; weighted mean over not ignored items.',
  },
  nll: { roles: [...lossRoles, 'ignoreIndex', 'axis'], does: '−weight[t]·x[t], likewise.' },
  binaryCrossEntropy: { roles: lossRoles, does: 'torch: logs are clamped at −100.' },
  binaryCrossEntropyWithLogits: {
    roles: [...lossRoles, 'posWeight'],
    does: 'Elementwise from logits; mean unless reduction says otherwise.',
  },
  klDiv: {
    roles: ['x', 'target', 'reduction', 'logTarget', 'sizeAverage', 'reduce'],
    does: 'target·(log target − x); "batchmean" divides by the first axis.',
  },
  mse: { roles: [...lossRoles, 'squared'], does: '(x − target)².' },
  l1: { roles: lossRoles, does: '|x − target|.' },
  smoothL1: { roles: [...lossRoles, 'beta'], does: 'Quadratic below beta (1), linear above.' },
  huber: { roles: [...lossRoles, 'delta'], does: 'delta·smoothL1, quadratic below delta (1).' },
  poissonNll: { roles: [...lossRoles, 'logInput', 'full', 'epsilon'], does: 'e^x − target·x, or of x itself without logInput.' },
  gaussianNll: { roles: ['x', 'target', 'variance', 'full', 'epsilon', 'reduction'], does: '½(log var + (x − target)²/var).' },
  softMargin: { roles: lossRoles, does: 'log(1 + e^(−target·x)).' },
  multiLabelSoftMargin: { roles: lossRoles, does: 'Mean over classes of BCE with logits.' },
  multiMargin: { roles: [...lossRoles, 'power', 'margin'], does: 'Σ max(0, margin − x[t] + x[i])^p / classes.' },
  multiLabelMargin: { roles: lossRoles, does: 'Shape only.' },
  hingeEmbedding: { roles: [...lossRoles, 'margin'], does: 'x, or max(0, margin − x), by the target 1 or −1.' },
  marginRanking: {
    roles: ['x', 'y', 'target', 'margin', 'reduction', 'sizeAverage', 'reduce'],
    does: 'max(0, −target·(x − y) + margin).',
  },
  cosineEmbedding: {
    roles: ['x', 'y', 'target', 'margin', 'reduction', 'sizeAverage', 'reduce'],
    does: '1 − cos, or max(0, cos − margin), by the target.',
  },
  tripletMargin: {
    roles: ['x', 'y', 'z', 'margin', 'power', 'epsilon', 'swap', 'reduction', 'sizeAverage', 'reduce'],
    does: 'max(0, d(x, y) − d(x, z) + margin).',
  },
  ctc: { roles: ['x', 'target', 'inputLengths', 'targetLengths', 'reduction'], does: 'Shape only.' },
  sigmoidFocal: {
    roles: ['x', 'target', 'alpha', 'gamma', 'reduction'],
    does: 'alpha_t·(1 − p_t)^gamma·BCE with logits; alpha < 0 (or None) is none.',
  },
  softmaxCrossEntropy: {
    roles: ['x', 'target', 'axis', 'weight', 'labelSmoothing', 'reduction', 'where'],
    does: '−Σ target·logSoftmax(x) along axis, per item unless `reduction`.',
  },
  sparseSoftmaxCrossEntropy: {
    roles: ['x', 'target', 'axis', 'weight', 'reduction', 'where'],
    does: '−logSoftmax(x)[target], per item unless `reduction`.',
  },
  sigmoidCrossEntropy: {
    roles: ['x', 'target', 'posWeight', 'weight', 'labelSmoothing', 'multiClassLabels', 'reduction'],
    does: 'Elementwise BCE from logits, unless `reduction`.',
  },
  tfLogLoss: { roles: ['target', 'x', 'weight', 'epsilon', 'reduction'], does: '−t·log(x + ε) − (1 − t)·log(1 − x + ε); mean.' },
  kerasCategoricalCrossentropy: {
    roles: ['target', 'x', 'fromLogits', 'labelSmoothing', 'axis', 'reduction', 'weight'],
    does: 'Probabilities are divided by their sum and clipped to [1e−7, 1 − 1e−7]; per item unless `reduction`.',
  },
  kerasSparseCategoricalCrossentropy: {
    roles: ['target', 'x', 'fromLogits', 'ignoreClass', 'axis', 'reduction', 'weight'],
    does: 'Likewise, targets are indices.',
  },
  kerasBinaryCrossentropy: {
    roles: ['target', 'x', 'fromLogits', 'labelSmoothing', 'axis', 'reduction', 'weight', 'elementwise'],
    does: 'Mean over the last axis (unless `elementwise`), clipped likewise.',
  },
  kerasFocal: {
    roles: ['target', 'x', 'fromLogits', 'labelSmoothing', 'axis', 'alpha', 'gamma', 'balanced', 'reduction', 'weight', 'kind'],
    does: '`kind` binary or categorical.',
  },
  kerasKlDivergence: {
    roles: ['target', 'x', 'axis', 'reduction', 'weight'],
    does: 'Both clipped to [1e−7, 1]; Σ target·log(target/x) over the last axis.',
  },
  kerasMean: {
    roles: ['target', 'x', 'axis', 'reduction', 'weight', 'kind', 'delta'],
    does: 'Mean over the last axis of `kind`: mse, mae, mape, msle, logcosh, huber, hinge, squaredHinge, categoricalHinge, poisson, cosine.',
  },
  logLoss: {
    roles: ['target', 'x', 'epsilon', 'normalize', 'weight', 'labels'],
    does: 'scikit-learn: rows are renormalised with a warning, clipped at ε; the mean as a Python float.',
  },
  entropyOf: {
    roles: ['x', 'y', 'base', 'axis'],
    does: 'scipy.stats.entropy: normalises x (and y) along axis (0), Σ −p log p or KL, in units of base (e).',
  },
  brier: { roles: ['target', 'x', 'weight'], does: 'Mean (x − target)².' },
  lossOf: { roles: ['x', 'target', 'axis', 'reduction'], does: 'A loss that is only known to be one: a scalar, unknown data.' },
} as const satisfies Record<string, OperationInfo>;
