import { formOf } from '../operations/activations/formulas.ts';
import { isKnown, spaceOf } from './engine/mismatch.ts';
import { message, type Rule } from './engine/rule.ts';
import { librarySigmoid, sigmoids } from './fixes/stable-form.ts';
import { overflowBound } from './naive-softmax.ts';

/** exp(−x) overflows for very negative x: NumPy warns, and exp(x) / (1 + exp(x)) is NaN for large x. The library's sigmoid does neither. */
export const rule: Rule = {
  id: 'naive-sigmoid',
  severity: 'info',
  fix: 'safe',
  onOperator(event, context) {
    const [, divisor] = event.operands;
    const space = spaceOf(event.result);
    if (event.kind !== 'binary' || event.operator !== '/' || !divisor || space?.family !== 'bernoulli' || isKnown(event.result))
      return;
    const exponential = formOf(divisor)?.operands.find((operand) => formOf(operand)?.op === 'exp');
    if (formOf(divisor)?.op !== '+' || !exponential) return;
    const library = exponential.kind === 'array' ? exponential.library : '';
    const [bound, better] = [overflowBound(exponential), sigmoids[library]];
    context.report({
      place: event.place,
      message: better
        ? message('rule.naive-sigmoid.named', { bound, function: better })
        : message('rule.naive-sigmoid', { bound }),
      fixes: librarySigmoid(event, library, context),
    });
  },
};
