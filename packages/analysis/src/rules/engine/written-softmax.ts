/** Whether a program says softmax where it makes or calls one: what its caller chose is right or wrong for that caller alone. */
import type { CallEvent } from '../../evaluate/run/listener.ts';
import type { RuleContext } from './rule.ts';

/** `F.softmax(x)`, `nn.Softmax()`, but not `activation()` or `self.norm(x)`. */
export function callsSoftmax({ place, node }: CallEvent, context: RuleContext): boolean {
  const callee = 'callee' in node ? node.callee : undefined;
  return !callee || /soft_?m(?:ax|in)/i.test(context.document(place.path)?.text.slice(callee.start, callee.end) ?? '');
}

/** `Dense(n, activation='softmax')`, `Dense(2, activation=act)`, but not `Dense(n, activation=act)`. */
export function writesSoftmaxLayer({ ranges }: CallEvent, context: RuleContext): boolean {
  return ['features', 'activation'].some((role) => {
    const range = ranges.get(role);
    return range && /^\d+$|softmax/i.test(context.document(range.path)?.text.slice(range.start, range.end) ?? '');
  });
}
