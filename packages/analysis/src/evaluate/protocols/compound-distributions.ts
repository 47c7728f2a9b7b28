/** Distributions made of distributions: https://pytorch.org/docs/stable/distributions.html#independent */
import type { Range } from '@softlens/syntax';
import { rememberedBy } from '../../operations/gradients/record.ts';
import { binaryOperation, runOperation } from '../../operations/index.ts';
import { int, tuple } from '../../values/make.ts';
import type { LibraryFunction, LibraryObject, Value } from '../../values/value.ts';
import { type Arguments, bindSignature } from '../calls/arguments.ts';
import { callWith } from '../calls/calls.ts';
import { operationContext } from '../calls/context.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
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
  return cls === 'Independent' ? independent(run, state, method, x, args.node) : mixture(run, state, method, x, args.node);
}

/** The last axes of the batch belong to one event: their log-probabilities are added. */
function independent(run: Run, { args }: LibraryObject, method: string, x: Value | undefined, node: Range): Value | undefined {
  const [base, count] = [args.get('base'), args.get('count')];
  if (base?.kind !== 'reference' || count?.kind !== 'int') return undefined;
  if (method === 'mean' || method === 'variance' || method === 'stddev') return readAttribute(run, base, method, node);
  const each = callWith(run, readAttribute(run, base, method, node), x ? [x] : [], node);
  if (method !== 'log_prob' && method !== 'entropy') return each;
  const axes = Array.from({ length: Number(count.value) }, (_, i) => int(-1 - i));
  return axes.length === 0 ? each : operate(run, 'sum', { x: each, axis: tuple(axes) }, node);
}

function mixture(run: Run, { args }: LibraryObject, method: string, x: Value | undefined, node: Range): Value | undefined {
  const [weights, parts] = [args.get('mixture'), args.get('component')];
  if (weights?.kind !== 'reference' || parts?.kind !== 'reference') return undefined;
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

/** `kl_divergence(p, q)` where gradients are asked of a parameter: by operations that know their way back. */
export function trackedDivergence(run: Run, fn: LibraryFunction, args: Arguments): Value | undefined {
  if (fn.row.name !== `${prefix}kl_divergence`) return undefined;
  const { values } = bindSignature(run, fn.row.signature, args);
  const [p, q] = [values.get('p'), values.get('q')].map((one) => one && plain(run, one));
  const [first, second] = [p, q].map((one) => (one?.kind === 'reference' ? stateOf(run, one) : undefined));
  if (!p || !q || first?.kind !== 'libraryObject' || second?.kind !== 'libraryObject') return undefined;
  const parameters = [first, second].flatMap((one) => [...one.args.values()].map((value) => plain(run, value)));
  const tracked = parameters.filter((value) => value.kind === 'array' && value.tape);
  if (tracked.length === 0 || run.untracked) return undefined;
  const { node } = args;
  const context = { ...operationContext(run, node), library: 'torch' };
  const read = (of: Value, name: string): Value => plain(run, readAttribute(run, of, name, node));
  const kind = first.row.name === second.row.name ? first.row.name.slice(prefix.length) : undefined;
  if (kind === 'Normal') {
    const [m, s, n, t] = [read(p, 'mean'), read(p, 'stddev'), read(q, 'mean'), read(q, 'stddev')];
    const square = (x: Value): Value => binaryOperation('**', x, int(2), context);
    const ratio = square(binaryOperation('/', s, t, context));
    const away = square(binaryOperation('/', binaryOperation('-', m, n, context), t, context));
    const sum = binaryOperation('-', binaryOperation('+', ratio, away, context), int(1), context);
    return binaryOperation(
      '*',
      { kind: 'float', value: 0.5 },
      binaryOperation('-', sum, operate(run, 'log', { x: ratio }, node), context),
      context,
    );
  }
  if (kind === 'Categorical') {
    const difference = binaryOperation('-', read(p, 'logits'), read(q, 'logits'), context);
    return operate(run, 'sum', { x: binaryOperation('*', read(p, 'probs'), difference, context), axis: int(-1) }, node);
  }
  const result = runOperation(
    'klDivergence',
    new Map([
      ['p', p],
      ['q', q],
    ]),
    context,
  );
  return result.kind === 'array'
    ? rememberedBy('klDivergence', new Map(tracked.map((value, i) => [`parameter${i}`, value])), context, result)
    : undefined;
}
