import type { OperationInfo } from './operation-info.ts';

const convolution = ['x', 'channels', 'kernel', 'stride', 'padding', 'dilation', 'rank', 'layout', 'outputPadding', 'multiplier'];
const pooling = ['x', 'kernel', 'stride', 'padding', 'dilation', 'ceil', 'rank', 'layout', 'withIndices', 'kind'];

export const layerOperations = {
  dense: {
    roles: ['x', 'features', 'activation'],
    does: 'Last axis becomes `features`. `activation` is applied by the protocol.',
  },
  conv: {
    roles: [...convolution, 'activation'],
    does: 'Spatial convolution over `rank` axes; kernel, stride, dilation int or tuple; padding int, tuple, "same" or "valid"; layout "channels_first" (also without the batch axis) or "channels_last". `multiplier`: depthwise. `activation` as for dense.',
  },
  convTranspose: { roles: [...convolution, 'weight', 'bias', 'groups'], does: 'Its transpose.' },
  convolution: {
    roles: ['x', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups', 'rank', 'layout'],
    does: 'Convolution with the weights that are given, [filters, inputs / groups, …kernel].',
  },
  layerNorm: {
    roles: ['x', 'shape', 'weight', 'bias', 'eps', 'initial'],
    does: 'Normalised over the last axes, in number as `shape` has.',
  },
  groupNorm: { roles: ['x', 'weight', 'bias', 'eps', 'initial'], does: 'Normalised over groups of channels of each item.' },
  instanceNorm: {
    roles: ['x', 'weight', 'bias', 'eps', 'initial', 'useInputStats'],
    does: 'Normalised over each channel of each item.',
  },
  batchNorm: {
    roles: ['x', 'runningMean', 'runningVariance', 'weight', 'bias', 'training', 'eps', 'initial'],
    does: 'Normalised over each channel of all items, or by running statistics where it does not train.',
  },
  pool: { roles: pooling, does: 'Stride defaults to the kernel. `kind` "max" or "mean": numbers are worked out.' },
  padLayer: { roles: ['x', 'widths', 'mode', 'value', 'rank'], does: 'pad whose whole number means all sides of `rank` axes.' },
  localResponseNorm: { roles: ['x', 'size', 'alpha', 'beta', 'k'], does: 'Divided by what neighbouring channels have.' },
  unfoldPatches: { roles: ['x', 'kernel', 'dilation', 'padding', 'stride'], does: '[N, C, H, W] to [N, C·kh·kw, patches].' },
  foldPatches: { roles: ['x', 'size', 'kernel', 'dilation', 'padding', 'stride'], does: 'The patches added up.' },
  pixelShuffle: { roles: ['x', 'size'], does: '[…, C·r², H, W] to […, C, H·r, W·r].' },
  pixelUnshuffle: { roles: ['x', 'size'], does: 'The way back.' },
  adaptivePool: { roles: ['x', 'size', 'rank', 'layout', 'withIndices', 'kind'], does: 'Spatial axes become size (None keeps).' },
  globalPool: { roles: ['x', 'keepdims', 'rank', 'layout'], does: 'Spatial axes are dropped, or kept with size 1.' },
  sameShape: { roles: ['x'], does: 'A learned or normalising layer: shape and dtype of x, nothing claimed about space.' },
  dropout: {
    roles: ['x', 'rate', 'training'],
    does: 'Shape, dtype and space of x; its data only when rate is 0 or training is False.',
  },
  embeddingBag: { roles: ['x', 'weight', 'features', 'offsets', 'mode'], does: 'Sum, mean or largest of the rows of each bag.' },
  embedding: { roles: ['x', 'count', 'features'], does: 'A new last axis of `features`, of the default float.' },
  recurrent: {
    roles: ['x', 'features', 'layers', 'bidirectional', 'batchFirst', 'cell', 'projection', 'hidden'],
    does: 'torch: (output, h) or (output, (h, c)) for cell "lstm". Layout [T, N, F] unless batchFirst.',
  },
  kerasRecurrent: {
    roles: ['x', 'features', 'sequences', 'state', 'cell', 'bidirectional'],
    does: '[N, T, F] to [N, features] or [N, T, features]; with `state` also the states.',
  },
  recurrentCell: { roles: ['x', 'hidden', 'features', 'cell'], does: 'h, or (h, c) for "lstm".' },
  attention: {
    roles: ['query', 'key', 'value', 'features', 'needWeights', 'batchFirst', 'averageWeights'],
    does: 'torch MultiheadAttention: (output in the shape of query, weights or None).',
  },
  scaledDotProductAttention: {
    roles: ['query', 'key', 'value', 'mask', 'dropout', 'causal', 'scale'],
    does: 'softmax(q kᵀ·scale + mask) v.',
  },
  kerasAttention: { roles: ['query', 'value', 'key', 'returnWeights'], does: 'Shape of query (last axis of value).' },
  unknownShape: { roles: ['x', 'size'], does: 'A known layer whose output shape is not worked out.' },
  layerReshape: { roles: ['x', 'shape'], does: 'reshape that keeps the batch axis.' },
  layerFlatten: { roles: ['x', 'layout'], does: 'All but the batch axis joined.' },
  layerPermute: { roles: ['x', 'axes'], does: '1-based, without the batch axis.' },
  layerRepeat: { roles: ['x', 'repeats'], does: '[N, F] to [N, repeats, F].' },
  merge: {
    roles: ['arrays', 'kind', 'axis'],
    does: '`kind`: add, subtract, multiply, average, maximum, minimum, concatenate, dot.',
  },
  input: {
    roles: ['shape', 'batch', 'dtype', 'batchShape'],
    does: 'keras.Input: [N, ...shape] of unknown data (reason `input`).',
  },
  modelOutput: {
    roles: ['x', 'target', 'rank'],
    does: 'A Hugging Face model output: an object with `logits` (and `loss` when the target is given).',
  },
} as const satisfies Record<string, OperationInfo>;
