/** What kind of thing takes the argument: rules speak of losses, targets, samplers, distributions, metrics and activations. */
import type { CallEvent } from '../../evaluate/run/listener.ts';

export type Consumer = 'loss' | 'target' | 'activation' | 'distribution' | 'sampler' | 'metric' | 'other';

const activations = new Set(['softmax', 'logSoftmax', 'softmin', 'sigmoid', 'logSigmoid', 'gumbelSoftmax', 'sparsemax', 'logit']);
const samplers = new Set(['sampleCategorical', 'sampleBernoulli', 'choice', 'gumbelSoftmax']);

export function consumerOf(event: CallEvent, role: string): Consumer {
  const op = event.row.op ?? '';
  if (samplers.has(op)) return 'sampler';
  if (activations.has(op)) return 'activation';
  if (event.kind === 'construct') return role === 'probs' || role === 'logits' ? 'distribution' : 'other';
  if (role === 'target' || role === 'y') return 'target';
  if (event.row.gives?.some(({ space }) => space === 'loss')) return 'loss';
  return isMetric(event) ? 'metric' : 'other';
}

function isMetric(event: CallEvent): boolean {
  return /(?:metrics?[._]|accuracy|precision|recall|f1|auroc|auc)/i.test(event.row.name);
}
