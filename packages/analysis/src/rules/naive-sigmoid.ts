import { formOf } from '../operations/activations/formulas.ts';
import { isKnown, spaceOf } from './engine/mismatch.ts';
import { message, type Rule } from './engine/rule.ts';
import { librarySigmoid, sigmoids } from './fixes/stable-form.ts';
import { overflowBound } from './naive-softmax.ts';

/**
 * Where exp overflows, exp(x) / (1 + exp(x)) is NaN, and so is the gradient of 1 / (1 + exp(−x)). The value of the latter is right:
 * NumPy, which has no gradients, only warns.
 */
export const rule: Rule = {
  id: 'naive-sigmoid',
  severity: 'info',
  fix: 'safe',
  onOperator(event, context) {
    const [dividend, divisor] = event.operands;
    const space = spaceOf(event.result);
    if (event.kind !== 'binary' || event.operator !== '/' || !divisor || space?.family !== 'bernoulli' || isKnown(event.result))
      return;
    const exponential = formOf(divisor)?.operands.find((operand) => formOf(operand)?.op === 'exp');
    if (formOf(divisor)?.op !== '+' || !exponential) return;
    const library = exponential.kind === 'array' ? exponential.library : '';
    const isRight = library === 'numpy' && !(dividend && formOf(dividend)?.op === 'exp');
    const [bound, better] = [overflowBound(exponential), sigmoids[library]];
    context.report({
      place: event.place,
      message: better
        ? message('rule.naive-sigmoid.named', { bound, function: better })
        : message('rule.naive-sigmoid', { bound }),
      severity: isRight ? 'hint' : 'info',
      fixes: librarySigmoid(event, library, context),
    });
  },
};
