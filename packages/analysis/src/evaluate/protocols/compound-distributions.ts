/** Distributions made of distributions: https://pytorch.org/docs/stable/distributions.html#independent */
import type { Range } from '@softlens/syntax';
import { binaryOperation, runOperation } from '../../operations/index.ts';
import { int, tuple } from '../../values/make.ts';
import type { LibraryFunction, LibraryObject, Value } from '../../values/value.ts';
import { type Arguments, bindSignature } from '../calls/arguments.ts';
import { callWith } from '../calls/calls.ts';
import { operationContext } from '../calls/context.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { plain } from '../state/freeze.ts';

const prefix = 'torch.distributions.';

/** Undefined for methods of other distributions. */
export function compoundMethod(run: Run, self: Value, fn: LibraryFunction, args: Arguments): Value | undefined {
  const { name, signature } = fn.row;
  const [cls, method] = name.startsWith(prefix) ? name.slice(prefix.length).split('.') : [];
  if (method === undefined || (cls !== 'Independent' && cls !== 'MixtureSameFamily')) return undefined;
  const state = self.kind === 'reference' ? stateOf(run, self) : undefined;
  if (state?.kind !== 'libraryObject') return undefined;
  const x = bindSignature(run, signature, args).values.get('x');
  const made = cls === 'Independent' ? independent(run, state, method, x, args.node) : mixture(run, state, method, x, args.node);
  return made ?? unknown(run, 'unread-call', name);
}

/** The last axes of the batch belong to one event: their log-probabilities are added. */
function independent(run: Run, { args }: LibraryObject, method: string, x: Value | undefined, node: Range): Value | undefined {
  const [base, count] = [args.get('base'), args.get('count')];
  if (!base || count?.kind !== 'int') return undefined;
  if (method === 'mean' || method === 'variance' || method === 'stddev') return readAttribute(run, base, method, node);
  const each = callWith(run, readAttribute(run, base, method, node), x ? [x] : [], node);
  if (method !== 'log_prob' && method !== 'entropy') return each;
  const axes = Array.from({ length: Number(count.value) }, (_, i) => int(-1 - i));
  return axes.length === 0 ? each : operate(run, 'sum', { x: each, axis: tuple(axes) }, node);
}

function mixture(run: Run, { args }: LibraryObject, method: string, x: Value | undefined, node: Range): Value | undefined {
  const [weights, parts] = [args.get('mixture'), args.get('component')];
  if (!weights || !parts) return undefined;
  const event = eventAxes(run, parts);
  const context = operationContext(run, node);
  const read = (of: Value, name: string): Value => plain(run, readAttribute(run, of, name, node));
  const last = { axis: int(-1) };
  if (method === 'log_prob' && x) {
    const lifted = operate(run, 'expandDims', { x, axis: int(-1 - event) }, node);
    const each = plain(run, callWith(run, readAttribute(run, parts, 'log_prob', node), [lifted], node));
    const shares = operate(run, 'logSoftmax', { x: read(weights, 'logits'), ...last }, node);
    return operate(run, 'logSumExp', { x: binaryOperation('+', each, shares, context), ...last }, node);
  }
  if (event > 0 || (method !== 'mean' && method !== 'variance')) return undefined;
  const [shares, means] = [read(weights, 'probs'), read(parts, 'mean')];
  const weighted = (values: Value): Value =>
    operate(run, 'sum', { x: binaryOperation('*', shares, values, context), ...last }, node);
  const mean = weighted(means);
  if (method === 'mean') return mean;
  const away = binaryOperation('-', means, operate(run, 'expandDims', { x: mean, ...last }, node), context);
  return binaryOperation('+', weighted(read(parts, 'variance')), weighted(binaryOperation('**', away, int(2), context)), context);
}

function eventAxes(run: Run, parts: Value): number {
  const state = parts.kind === 'reference' ? stateOf(run, parts) : undefined;
  const count = state?.kind === 'libraryObject' && state.row.name.endsWith('.Independent') ? state.args.get('count') : undefined;
  return count?.kind === 'int' ? Number(count.value) : 0;
}

function operate(run: Run, op: string, roles: Readonly<Record<string, Value>>, node: Range): Value {
  const context = { ...operationContext(run, node), library: 'torch' };
  return runOperation(op, new Map(Object.entries(roles).map(([role, value]) => [role, plain(run, value)])), context);
}
