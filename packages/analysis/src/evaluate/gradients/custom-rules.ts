/**
 * Functions whose program says itself how they are differentiated: their values are what they compute, their gradients are not followed.
 * https://docs.jax.dev/en/latest/notebooks/Custom_derivative_rules_for_Python_code.html,
 * https://www.tensorflow.org/api_docs/python/tf/custom_gradient
 */
import type { Range } from '@softlens/syntax';
import { recorded, untaped } from '../../operations/gradients/record.ts';
import type { UserFunction, Value } from '../../values/value.ts';
import { operationContext } from '../calls/context.ts';
import type { Run } from '../run/run.ts';

/** The function under a decorator of this name; undefined for others. */
export function withCustomRule(name: string | undefined, fn: UserFunction): UserFunction | undefined {
  if (name === 'jax.custom_jvp' || name === 'jax.custom_vjp') return { ...fn, customRule: 'value' };
  return name === 'tensorflow.custom_gradient' ? { ...fn, customRule: 'pair' } : undefined;
}

/** What calling it gives: of the pair that TensorFlow's give, the first. */
export function underCustomRule(run: Run, { customRule }: UserFunction, result: Value, node: Range): Value {
  if (customRule === undefined) return result;
  const value = customRule === 'pair' && result.kind === 'tuple' ? (result.items[0] ?? result) : result;
  const context = operationContext(run, node);
  const lose = (one: Value): Value => {
    if (one.kind === 'array') return recorded('custom derivative', new Map([['x', one]]), context, untaped(one));
    return one.kind === 'tuple' ? { ...one, items: one.items.map(lose) } : one;
  };
  return lose(value);
}
