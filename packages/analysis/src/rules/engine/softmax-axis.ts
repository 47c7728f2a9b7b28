/** The axis of a softmax call, as its arguments and its row tell. */
import type { CallEvent } from '../../evaluate/run/listener.ts';
import { literalOf } from './mismatch.ts';

export const softmaxOps: ReadonlySet<string> = new Set(['softmax', 'logSoftmax', 'softmin']);

/** The axis as written (negative from the end), or undefined when it is not known. */
export function axisOfSoftmax(event: CallEvent): number | undefined {
  const given = literalOf(event.args.get('axis'));
  if (typeof given === 'number') return given;
  const x = event.args.get('x');
  const rank = x?.kind === 'array' ? x.shape?.length : undefined;
  const implicit = event.row.gives?.some(({ axis }) => axis === 'torch-implicit');
  if (given === null && implicit && rank !== undefined) return rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
  return undefined;
}
