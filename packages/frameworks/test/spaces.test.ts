/** Who takes and gives what: the facts that the checks rest on, each from the documentation its row cites. */
import { describe, expect, test } from 'vitest';
import { type Accepts, classMembers, type Gives, type Literal, lookup, parseSignature } from '../src/index.ts';

type Given = Readonly<Record<string, Literal>>;
interface Behaviour {
  readonly signature: string;
  readonly accepts?: readonly Accepts[] | undefined;
  readonly gives?: readonly Gives[] | undefined;
}

const softmaxed = 'logits|log-probabilities';

describe('losses', () => {
  test.each([
    ['torch.nn.functional.cross_entropy', 'x', {}, softmaxed],
    ['torch.nn.CrossEntropyLoss', 'x', {}, softmaxed],
    ['torch.nn.CrossEntropyLoss', 'target', {}, 'class-index|probabilities|one-hot'],
    ['torch.nn.NLLLoss', 'x', {}, 'log-probabilities'],
    ['torch.nn.functional.nll_loss', 'x', {}, 'log-probabilities'],
    ['torch.nn.BCELoss', 'x', {}, 'probabilities'],
    ['torch.nn.BCEWithLogitsLoss', 'x', {}, 'logits'],
    ['torch.nn.MultiLabelSoftMarginLoss', 'x', {}, 'logits'],
    ['torch.nn.KLDivLoss', 'x', {}, 'log-probabilities'],
    ['torch.nn.KLDivLoss', 'target', {}, 'probabilities|one-hot'],
    ['torch.nn.KLDivLoss', 'target', { logTarget: true }, 'log-probabilities'],
    ['torchvision.ops.sigmoid_focal_loss', 'x', {}, 'logits'],
    ['keras.losses.categorical_crossentropy', 'x', {}, 'probabilities'],
    ['keras.losses.categorical_crossentropy', 'x', { fromLogits: true }, softmaxed],
    ['keras.losses.SparseCategoricalCrossentropy', 'target', {}, 'class-index'],
    ['keras.losses.CategoricalCrossentropy', 'target', {}, 'one-hot|probabilities'],
    ['tensorflow.keras.losses.BinaryCrossentropy', 'x', { fromLogits: true }, 'logits'],
    ['tensorflow.nn.softmax_cross_entropy_with_logits', 'x', {}, softmaxed],
    ['tensorflow.nn.sparse_softmax_cross_entropy_with_logits', 'target', {}, 'class-index'],
    ['tensorflow.losses.softmax_cross_entropy', 'x', {}, softmaxed],
    ['tensorflow.compat.v1.losses.log_loss', 'x', {}, 'probabilities'],
    ['optax.softmax_cross_entropy_with_integer_labels', 'x', {}, softmaxed],
    ['optax.losses.sigmoid_binary_cross_entropy', 'x', {}, 'logits'],
    ['sklearn.metrics.log_loss', 'x', {}, 'probabilities'],
    ['@tensorflow/tfjs.losses.softmaxCrossEntropy', 'x', {}, softmaxed],
    ['@softlens/core.crossEntropy', 'x', {}, softmaxed],
  ] as const)('%s takes as %s, given %j: %s', (name, role, given, spaces) => {
    expect(accepted(name, role, given)).toBe(spaces);
    expect(producedBy(name)).toContain('loss');
  });
});

describe('samplers, distributions and metrics', () => {
  test.each([
    ['torch.multinomial', 'x', {}, 'probabilities|one-hot'],
    ['torch.nn.functional.gumbel_softmax', 'x', {}, softmaxed],
    ['tensorflow.random.categorical', 'x', {}, softmaxed],
    ['jax.random.categorical', 'x', {}, softmaxed],
    ['@tensorflow/tfjs.multinomial', 'x', {}, softmaxed],
    ['@tensorflow/tfjs.multinomial', 'x', { _normalized: true }, 'probabilities'],
    ['numpy.random.choice', 'weights', {}, 'probabilities|one-hot'],
    ['torch.distributions.Categorical', 'probs', {}, 'probabilities|one-hot'],
    ['torch.distributions.Categorical', 'logits', {}, softmaxed],
    ['keras.metrics.BinaryAccuracy', 'x', {}, 'probabilities'],
    ['keras.metrics.BinaryAccuracy', 'x', { threshold: 0 }, ''],
    ['keras.metrics.AUC', 'x', { fromLogits: true }, softmaxed],
    ['sklearn.metrics.roc_auc_score', 'x', {}, 'logits|probabilities|log-probabilities'],
    ['sklearn.metrics.accuracy_score', 'x', {}, 'class-index|one-hot'],
  ] as const)('%s takes as %s, given %j: %s', (name, role, given, spaces) => {
    expect(accepted(name, role, given)).toBe(spaces);
  });

  test('the first positional argument of Categorical is probs in PyTorch, logits in TensorFlow Probability and Distrax', () => {
    const first = (name: string) => behaviour(name).construction.signature;
    expect(parseSignature(first('torch.distributions.Categorical'))[0]?.role).toBe('probs');
    expect(parseSignature(first('tensorflow_probability.distributions.Categorical'))[0]?.role).toBe('logits');
    expect(parseSignature(first('distrax.Categorical'))[0]?.role).toBe('logits');
  });
});

describe('activations', () => {
  test.each([
    ['torch.softmax', {}, 'probabilities', { role: 'axis' }],
    ['torch.nn.functional.softmax', {}, 'probabilities', 'torch-implicit'],
    ['torch.nn.functional.softmax', { axis: 1 }, 'probabilities', { role: 'axis' }],
    ['torch.nn.Softmax', {}, 'probabilities', 'torch-implicit'],
    ['torch.nn.Softmax2d', {}, 'probabilities', -3],
    ['scipy.special.softmax', {}, 'probabilities', 'all'],
    ['jax.nn.softmax', {}, 'probabilities', { role: 'axis' }],
    ['keras.layers.Softmax', {}, 'probabilities', { role: 'axis' }],
    ['torch.nn.functional.log_softmax', { axis: -1 }, 'log-probabilities', { role: 'axis' }],
    ['torch.sigmoid', {}, 'probabilities', undefined],
    ['torch.nn.functional.logsigmoid', {}, 'log-probabilities', undefined],
    ['scipy.special.logit', {}, 'logits', undefined],
    ['tensorflow.math.argmax', {}, 'class-index', undefined],
  ] as const)('%s, given %j, gives %s along %j', (name, given, space, axis) => {
    const { applied, construction } = behaviour(name);
    const gives = (applied.gives ?? []).find((each) => holds(each.when, given, [construction, applied]));
    expect([gives?.space, gives?.axis]).toEqual([space, axis]);
  });
});

function behaviour(name: string): { readonly construction: Behaviour; readonly applied: Behaviour } {
  const row = lookup(name)?.row;
  if (row === undefined || row.kind === 'constant') throw new Error(`${name} is no row`);
  return { construction: row, applied: (row.kind === 'class' ? classMembers(row).call : undefined) ?? row };
}

function accepted(name: string, role: string, given: Given): string {
  const { applied, construction } = behaviour(name);
  const [first] = (applied.accepts ?? []).filter(
    (each) => each.role === role && holds(each.when, given, [construction, applied]),
  );
  return first === undefined ? '' : [first.space].flat().join('|');
}

function producedBy(name: string): readonly string[] {
  return (behaviour(name).applied.gives ?? []).map((each) => each.space);
}

/** A condition counts what was given, else the default. */
function holds(when: Accepts['when'], given: Given, behaviours: readonly Behaviour[]): boolean {
  const parameters = behaviours.flatMap((each) => parseSignature(each.signature));
  return Object.entries(when ?? {}).every(([role, value]) => {
    const actual = role in given ? given[role] : parameters.find((parameter) => parameter.role === role)?.default;
    return actual === value;
  });
}
