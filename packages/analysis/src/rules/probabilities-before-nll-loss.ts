import { literalOf } from './engine/mismatch.ts';
import { mismatchRule } from './engine/mismatch-rule.ts';
import { takeLogSoftmax } from './fixes/log-softmax.ts';

/** NLLLoss only picks and negates: on probabilities it is a negative, linear loss. With reduction='none' it is also used as a gather. */
export const rule = mismatchRule({
  id: 'probabilities-before-nll-loss',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, event }, consumer) =>
    consumer === 'loss' &&
    wanted.includes('log-probabilities') &&
    !wanted.includes('logits') &&
    space.name === 'probabilities' &&
    event.row.op !== 'klDiv' &&
    literalOf(event.args.get('reduction')) !== 'none',
  fixes: takeLogSoftmax,
});
