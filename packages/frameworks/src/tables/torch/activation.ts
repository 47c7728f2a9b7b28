import type { Row } from '../../schema.ts';
import { call } from '../row.ts';
import {
  bernoulliLogits,
  bernoulliLogProbabilities,
  bernoulliProbabilities,
  logProbabilities,
  oneHot,
  probabilities,
  wantsLogits,
  wantsProbabilities,
  wantsScores,
} from '../spaces.ts';
import { both, functional, method, nn, special, threefold, torch } from './site.ts';

/** Without `dim` the axis depends on the rank, with a warning; otherwise `dim` names it. */
const implicit = { when: { axis: null } };
const softmaxOf = (axis: { readonly role: string }) => ({
  gives: [{ ...probabilities('torch-implicit'), ...implicit }, probabilities(axis)],
  accepts: [wantsScores()],
});
const logSoftmaxOf = (axis: { readonly role: string }) => ({
  gives: [{ ...logProbabilities('torch-implicit'), ...implicit }, logProbabilities(axis)],
  accepts: [wantsScores()],
});
const axis = { role: 'axis' };
const implicitSignature = '(input: x, dim: axis=None, _stacklevel: _stacklevel=3, dtype=None)';
const sigmoidLike = { gives: [bernoulliProbabilities], accepts: [wantsScores()] };
const logitLike = { gives: [bernoulliLogits], accepts: [wantsProbabilities()] };

/** Activations that give a space. */
const spaceMaking: readonly Row[] = [
  functional('softmax', implicitSignature, 'softmax', softmaxOf(axis)),
  functional('log_softmax', implicitSignature, 'logSoftmax', logSoftmaxOf(axis)),
  functional('softmin', implicitSignature, 'softmin', { gives: softmaxOf(axis).gives }),
  functional('gumbel_softmax', '(logits: x, tau: temperature=1, hard=False, eps: _eps=1e-10, dim: axis=-1)', 'gumbelSoftmax', {
    accepts: [wantsLogits()],
    gives: [{ ...oneHot(axis), when: { hard: true } }, probabilities(axis)],
  }),
  functional('sigmoid', '(input: x)', 'sigmoid', sigmoidLike),
  functional('logsigmoid', '(input: x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
  functional('hardsigmoid', '(input: x, inplace: _inplace=False)', 'hardSigmoid', { gives: [bernoulliProbabilities] }),
  torch('softmax', '(input: x, dim: axis, dtype=None, *, out: _out=None)', 'softmax', softmaxOf(axis)),
  torch('log_softmax', '(input: x, dim: axis, dtype=None, *, out: _out=None)', 'logSoftmax', logSoftmaxOf(axis)),
  method('softmax', '(self: x, dim: axis, dtype=None)', 'softmax', softmaxOf(axis)),
  method('log_softmax', '(self: x, dim: axis, dtype=None)', 'logSoftmax', logSoftmaxOf(axis)),
  special('softmax', '(input: x, dim: axis, *, dtype=None)', 'softmax', softmaxOf(axis)),
  special('log_softmax', '(input: x, dim: axis, *, dtype=None)', 'logSoftmax', logSoftmaxOf(axis)),
  ...threefold('sigmoid', '(input: x)', 'sigmoid', sigmoidLike),
  special('expit', '(input: x, *, out: _out=None)', 'sigmoid', sigmoidLike),
  ...both('logit', '(input: x, eps: epsilon=None)', 'logit', logitLike),
  special('logit', '(input: x, eps: epsilon=None, *, out: _out=None)', 'logit', logitLike),
];

const moduleOf = (op: Parameters<typeof call>[1], extras: Parameters<typeof call>[2]) => call('(input: x)', op, extras);
const spaceMakingModules: readonly Row[] = [
  nn('Softmax', '(dim: axis=None)', { call: moduleOf('softmax', softmaxOf(axis)), bases: ['torch.nn.Module'] }),
  nn('LogSoftmax', '(dim: axis=None)', { call: moduleOf('logSoftmax', logSoftmaxOf(axis)), bases: ['torch.nn.Module'] }),
  nn('Softmin', '(dim: axis=None)', { call: moduleOf('softmin', { gives: softmaxOf(axis).gives }), bases: ['torch.nn.Module'] }),
  nn('Softmax2d', '()', {
    call: moduleOf('softmax', { fixed: { axis: -3 }, gives: [probabilities(-3)], accepts: [wantsScores()] }),
    bases: ['torch.nn.Module'],
  }),
  nn('Sigmoid', '()', { call: moduleOf('sigmoid', sigmoidLike), bases: ['torch.nn.Module'] }),
  nn('LogSigmoid', '()', {
    call: moduleOf('logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
    bases: ['torch.nn.Module'],
  }),
  nn('Hardsigmoid', '(inplace: _inplace=False)', {
    call: moduleOf('hardSigmoid', { gives: [bernoulliProbabilities] }),
    bases: ['torch.nn.Module'],
  }),
];

const inplace = 'inplace: _inplace=False';
const hidden: readonly Row[] = [
  ...threefold('relu', '(input: x)', 'relu'),
  ...threefold('tanh', '(input: x)', 'tanh'),
  functional('relu', `(input: x, ${inplace})`, 'relu'),
  functional('relu_', '(input: x)', 'relu', { inPlace: true }),
  functional('relu6', `(input: x, ${inplace})`, 'relu6'),
  functional('tanh', '(input: x)', 'tanh'),
  functional('leaky_relu', `(input: x, negative_slope: slope=0.01, ${inplace})`, 'leakyRelu'),
  functional('prelu', '(input: x, weight)', 'prelu'),
  functional('elu', `(input: x, alpha=1.0, ${inplace})`, 'elu'),
  functional('celu', `(input: x, alpha=1.0, ${inplace})`, 'celu'),
  functional('selu', `(input: x, ${inplace})`, 'selu'),
  functional('gelu', "(input: x, approximate='none')", 'gelu'),
  functional('silu', `(input: x, ${inplace})`, 'silu'),
  functional('mish', `(input: x, ${inplace})`, 'mish'),
  functional('softplus', '(input: x, beta=1, threshold=20)', 'softplus'),
  functional('softsign', '(input: x)', 'softsign'),
  functional('tanhshrink', '(input: x)', 'tanhshrink'),
  functional('softshrink', '(input: x, lambd: lambda=0.5)', 'softshrink'),
  functional('hardshrink', '(input: x, lambd: lambda=0.5)', 'hardshrink'),
  functional('threshold', `(input: x, threshold, value, ${inplace})`, 'threshold'),
  functional('hardtanh', `(input: x, min_val: low=-1.0, max_val: high=1.0, ${inplace})`, 'hardtanh'),
  functional('hardswish', `(input: x, ${inplace})`, 'hardSwish'),
  functional('glu', '(input: x, dim: axis=-1)', 'glu'),
  functional('normalize', '(input: x, p: order=2.0, dim: axis=1, eps: epsilon=1e-12, out: _out=None)', 'normalize'),
  torch('sigmoid_', '(input: x)', 'sigmoid', { ...sigmoidLike, inPlace: true }),
  ...(['relu_', 'tanh_', 'exp_'] as const).map((name) =>
    torch(name, '(input: x)', name === 'relu_' ? 'relu' : name === 'tanh_' ? 'tanh' : 'exp', { inPlace: true }),
  ),
  torch('prelu', '(input: x, weight)', 'prelu'),
  torch('selu', '(input: x)', 'selu'),
  torch('celu', '(input: x, alpha=1.0)', 'celu'),
];

const base = { bases: ['torch.nn.Module'] };
const hiddenModules: readonly Row[] = [
  nn('ReLU', `(${inplace})`, { call: moduleOf('relu', {}), ...base }),
  nn('ReLU6', `(${inplace})`, { call: moduleOf('relu6', {}), ...base }),
  nn('Tanh', '()', { call: moduleOf('tanh', {}), ...base }),
  nn('LeakyReLU', `(negative_slope: slope=0.01, ${inplace})`, { call: moduleOf('leakyRelu', {}), ...base }),
  nn('PReLU', '(num_parameters: _num_parameters=1, init: _init=0.25, device: _device=None, dtype: _dtype=None)', {
    call: moduleOf('prelu', {}),
    ...base,
  }),
  nn('RReLU', `(lower: _lower=0.125, upper: _upper=0.3333333333333333, ${inplace})`, {
    call: moduleOf('sameShape', {}),
    ...base,
  }),
  nn('ELU', `(alpha=1.0, ${inplace})`, { call: moduleOf('elu', {}), ...base }),
  nn('CELU', `(alpha=1.0, ${inplace})`, { call: moduleOf('celu', {}), ...base }),
  nn('SELU', `(${inplace})`, { call: moduleOf('selu', {}), ...base }),
  nn('GELU', "(approximate='none')", { call: moduleOf('gelu', {}), ...base }),
  nn('SiLU', `(${inplace})`, { call: moduleOf('silu', {}), ...base }),
  nn('Mish', `(${inplace})`, { call: moduleOf('mish', {}), ...base }),
  nn('Softplus', '(beta=1, threshold=20)', { call: moduleOf('softplus', {}), ...base }),
  nn('Softsign', '()', { call: moduleOf('softsign', {}), ...base }),
  nn('Tanhshrink', '()', { call: moduleOf('tanhshrink', {}), ...base }),
  nn('Softshrink', '(lambd: lambda=0.5)', { call: moduleOf('softshrink', {}), ...base }),
  nn('Hardshrink', '(lambd: lambda=0.5)', { call: moduleOf('hardshrink', {}), ...base }),
  nn('Threshold', `(threshold, value, ${inplace})`, { call: moduleOf('threshold', {}), ...base }),
  nn('Hardtanh', `(min_val: low=-1.0, max_val: high=1.0, ${inplace}, min_value: _min_value=None, max_value: _max_value=None)`, {
    call: moduleOf('hardtanh', {}),
    ...base,
  }),
  nn('Hardswish', `(${inplace})`, { call: moduleOf('hardSwish', {}), ...base }),
  nn('GLU', '(dim: axis=-1)', { call: moduleOf('glu', {}), ...base }),
];

export const rows: readonly Row[] = [...spaceMaking, ...spaceMakingModules, ...hidden, ...hiddenModules];
