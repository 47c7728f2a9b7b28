import type { CallEvent } from '../evaluate/listener.ts';
import { literalOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { message, type Rule } from './engine/rule.ts';

const softmaxes = new Set(['softmax', 'logSoftmax', 'softmin']);

/** Without an axis PyTorch picks one by rank (0 for 0-, 1- and 3-D input, else 1), and SciPy takes the whole array. */
export const rule: Rule = {
  id: 'softmax-without-axis',
  severity: 'warning',
  onCall(event, context) {
    const op = event.kind === 'construct' ? event.classRow?.call?.op : event.row.op;
    if (!softmaxes.has(op ?? '') || event.kind === 'instance' || !hasImplicitAxis(event)) return;
    if ((event.args.has('axis') && literalOf(event.args.get('axis')) !== null) || mayGetMore(event)) return;
    const rank = rankOf(event);
    if (event.library !== 'torch' && (rank === undefined || rank < 2)) return;
    const key = event.library === 'torch' ? 'rule.softmax-without-axis' : 'rule.softmax-without-axis.whole';
    context.report({ place: event.place, message: message(key, { function: shortName(event.row.name) }) });
  },
};

/** `Softmax(**params)`: callers are meant to give the axis. */
function mayGetMore({ node }: CallEvent): boolean {
  return 'args' in node && node.args.some(({ kind }) => kind !== 'positional' && kind !== 'keyword');
}

/** The row says what the axis is when none is given: PyTorch's rule by rank, or all axes. */
function hasImplicitAxis(event: CallEvent): boolean {
  const gives = event.kind === 'construct' ? event.classRow?.call?.gives : event.row.gives;
  return (gives ?? []).some(({ axis }) => axis === 'torch-implicit' || axis === 'all');
}

function rankOf(event: CallEvent): number | undefined {
  const x = event.args.get('x');
  return x?.kind === 'array' ? x.shape?.length : undefined;
}
