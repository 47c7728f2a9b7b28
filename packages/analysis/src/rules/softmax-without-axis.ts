import type { Fix } from '../api.ts';
import type { CallEvent } from '../evaluate/run/listener.ts';
import { literalOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { edit, message, type Rule, type RuleContext } from './engine/rule.ts';
import { callsSoftmax } from './engine/written-softmax.ts';
import { isForSomeVersion } from './fixes/nodes.ts';

const softmaxes = new Set(['softmax', 'logSoftmax', 'softmin']);

/** Without an axis PyTorch picks one by rank (0 for 0-, 1- and 3-D input, else 1), and SciPy takes the whole array. */
export const rule: Rule = {
  id: 'softmax-without-axis',
  severity: 'warning',
  fix: 'safe',
  onCall(event, context) {
    const op = event.kind === 'construct' ? event.classRow?.call?.op : event.row.op;
    if (!softmaxes.has(op ?? '') || event.kind === 'instance' || !hasImplicitAxis(event)) return;
    if (event.args.has('axis') && literalOf(event.args.get('axis')) !== null) return;
    if (!callsSoftmax(event, context) || mayGetMore(event)) return;
    const rank = rankOf(event);
    if (event.library !== 'torch' && (rank === undefined || rank < 2)) return;
    const document = context.document(event.place.path);
    if (document && isForSomeVersion(document, event.place)) return; // before 0.3 there was no dim
    const key = event.library === 'torch' ? 'rule.softmax-without-axis' : 'rule.softmax-without-axis.whole';
    context.report({
      place: event.place,
      message: message(key, { function: shortName(event.row.name) }),
      fixes: nameAxis(event, rank, context),
    });
  },
};

/**
 * The axis that PyTorch picks, by its name. Only where the rank is known, and is not 3: there the pick is the first axis, which nobody
 * means, and naming it would hide that.
 */
function nameAxis(event: CallEvent, rank: number | undefined, context: RuleContext): readonly Fix[] {
  if (event.library !== 'torch' || event.kind !== 'function' || rank === undefined || rank === 0 || rank === 3) return [];
  const { path, start, end } = event.place;
  const text = context.document(path)?.text.slice(start, end - 1) ?? '';
  const dim = `dim=${rank === 1 ? 0 : 1}`;
  const place = { path, start: end - 1, end: end - 1 };
  const edits = [edit(place, /[(,]\s*$/.test(text) ? dim : `, ${dim}`)];
  return [{ title: message('fix.name-axis', { axis: dim }), safety: 'safe', edits }];
}

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
