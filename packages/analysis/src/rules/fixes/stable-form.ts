/**
 * Hand-written formulas in a form that does not overflow: exp(x) / sum(exp(x)) with the maximum subtracted first, which changes nothing
 * else (Blanchard, Higham, Higham 2021); 1 / (1 + exp(-x)) as the library's sigmoid; 1 - σ(x) as σ(-x).
 */
import type { Call, Expression } from '@softlens/syntax';
import type { Edit, Fix, ParsedDocument } from '../../api.ts';
import type { OperatorEvent } from '../../evaluate/run/listener.ts';
import type { Place } from '../../values/space.ts';
import { edit, message, type RuleContext } from '../engine/rule.ts';
import { nameFor } from './names.ts';
import { expressionAt, precedingValue, tightText } from './nodes.ts';

export const sigmoids: Readonly<Record<string, string>> = {
  torch: 'torch.sigmoid',
  tensorflow: 'tensorflow.math.sigmoid',
  jax: 'jax.nn.sigmoid',
  numpy: 'scipy.special.expit',
};

/** `1 / (1 + exp(-x))` → `torch.sigmoid(x)`. In NumPy that is SciPy's: a suggestion, as not everyone has it. */
export function librarySigmoid({ place }: OperatorEvent, library: string, context: RuleContext): readonly Fix[] {
  const document = context.document(place.path);
  const x = document && logisticArgument(expressionAt(document, place));
  const better = sigmoids[library];
  if (!document || !x || !better) return [];
  const { text: name, edits } = nameFor(document, better);
  const text = `${name}(${document.text.slice(x.start, x.end)})`;
  const safety = library === 'numpy' ? 'unsafe' : 'safe';
  return [{ title: message('fix.sigmoid', { name }), safety, edits: [edit(place, text), ...edits] }];
}

/** x of `1 / (1 + exp(-x))` and `1 / (exp(-x) + 1)`. */
function logisticArgument(quotient: Expression | undefined): Expression | undefined {
  if (quotient?.kind !== 'binary' || quotient.operator !== '/' || !isOne(quotient.left)) return undefined;
  const sum = quotient.right;
  if (sum.kind !== 'binary' || sum.operator !== '+') return undefined;
  const exponential = isOne(sum.left) ? sum.right : isOne(sum.right) ? sum.left : undefined;
  const exponent = exponential && argumentOfExp(exponential);
  return exponent?.kind === 'unary' && exponent.operator === '-' ? exponent.operand : undefined;
}

const isOne = (expression: Expression): boolean => expression.kind === 'number' && Number(expression.text) === 1;

/** `1 - torch.sigmoid(x)` → `torch.sigmoid(-x)`. */
export function negatedSigmoid(place: Place, probability: Place, context: RuleContext): readonly Fix[] {
  const document = context.document(place.path);
  const call = document && expressionAt(document, probability);
  const [x] = call?.kind === 'call' && call.args.length === 1 ? call.args : [];
  if (!document || call?.kind !== 'call' || x?.kind !== 'positional') return [];
  const callee = document.text.slice(call.callee.start, call.callee.end);
  const text = `${callee}(-${tightText(document, x.value)})`;
  return [{ title: message('fix.complement'), safety: 'safe', edits: [edit(place, text)] }];
}

/** `axis` is that of the sum; absent for a sum of everything. */
export function subtractMaximum(
  { place }: OperatorEvent,
  library: string,
  axis: number | undefined,
  context: RuleContext,
): readonly Fix[] {
  const document = context.document(place.path);
  const quotient = document && expressionAt(document, place);
  if (!document || quotient?.kind !== 'binary') return [];
  const exponentials = exponentialsOf(document, quotient.left, quotient.right);
  const edits = exponentials?.flatMap((call) => shifted(document, call, library, axis) ?? []);
  if (!exponentials || edits?.length !== exponentials.length) return [];
  return [{ title: message('fix.subtract-maximum'), safety: 'safe', edits }];
}

/** The calls of exp that both sides are made of, directly or through a name: all of them, of the very same argument. */
function exponentialsOf(document: ParsedDocument, left: Expression, right: Expression): readonly Call[] | undefined {
  if (left.kind === 'name') {
    const value = precedingValue(document, left);
    return value?.kind === 'call' && argumentOfExp(value) ? [value] : undefined;
  }
  const own = argumentOfExp(left);
  const other = summed(right);
  const otherOwn = other && argumentOfExp(other);
  const text = (one: Expression): string => document.text.slice(one.start, one.end);
  if (left.kind !== 'call' || other?.kind !== 'call' || !own || !otherOwn || text(own) !== text(otherOwn)) return undefined;
  return [left, other];
}

/** `e` of `np.sum(e)` and `e.sum()`. */
function summed(expression: Expression): Expression | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'attribute' || !/sum$/.test(expression.callee.name))
    return undefined;
  const [first] = expression.args;
  const { object } = expression.callee;
  return object.kind === 'call' ? object : first?.kind === 'positional' ? first.value : undefined;
}

function argumentOfExp(expression: Expression): Expression | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'attribute' || expression.callee.name !== 'exp') return undefined;
  const [x, more] = expression.args;
  return x?.kind === 'positional' && !more ? x.value : undefined;
}

/** Only what is cheap to write twice. */
function shifted(document: ParsedDocument, exponential: Call, library: string, axis: number | undefined): Edit | undefined {
  const x = argumentOfExp(exponential);
  if (!x || (x.kind !== 'name' && x.kind !== 'attribute') || exponential.callee.kind !== 'attribute') return undefined;
  const text = document.text.slice(x.start, x.end);
  const { object } = exponential.callee;
  const maximum = maximumOf(document, document.text.slice(object.start, object.end), library, text, axis);
  return maximum === undefined ? undefined : { path: document.path, start: x.start, end: x.end, text: `${text} - ${maximum}` };
}

function maximumOf(
  document: ParsedDocument,
  module: string,
  library: string,
  x: string,
  axis: number | undefined,
): string | undefined {
  if (library === 'numpy' || library === 'jax')
    return axis === undefined ? `${module}.max(${x})` : `${module}.max(${x}, axis=${axis}, keepdims=True)`;
  if (library === 'torch') return axis === undefined ? `${x}.max()` : `${x}.amax(dim=${axis}, keepdim=True)`;
  if (library !== 'tensorflow') return undefined;
  const { text: reduce, edits } = nameFor(document, 'tensorflow.reduce_max');
  if (edits.length > 0) return undefined;
  return axis === undefined ? `${reduce}(${x})` : `${reduce}(${x}, axis=${axis}, keepdims=True)`;
}
