/** What listeners hear of a library call. */
import type { Place } from '../../values/space.ts';
import type { Value } from '../../values/value.ts';
import { stateOf } from '../objects/objects.ts';
import { withoutDraws } from '../random/heard.ts';
import { viaOf } from '../run/facts.ts';
import { noteNews } from '../run/news.ts';
import { placeOf, type Run } from '../run/run.ts';
import type { BoundArguments } from './arguments.ts';
import type { RowCall } from './row-call.ts';

export function announceCall(
  run: Run,
  call: RowCall,
  args: ReadonlyMap<string, Value>,
  ranges: BoundArguments['ranges'],
  result: Value,
  assumed: boolean,
): void {
  if (run.muted > 0 || !run.listener?.onCall) return;
  noteNews(
    run,
    call.args.node,
    call.row.name,
    [...args.values(), result],
    call.row.accepts !== undefined && call.row.accepts.length > 0,
  );
  run.listener.onCall(
    {
      kind: call.kind,
      node: call.args.node,
      place: placeOf(run, call.args.node),
      row: call.row,
      ...(call.classRow ? { classRow: call.classRow } : {}),
      library: call.library,
      args: heardArguments(run, args),
      ranges,
      ...(call.self ? { self: call.self } : {}),
      ...madeAt(run, call),
      result: withoutDraws(run, result),
      conditions: run.path,
      via: viaOf(run),
      topLevel: run.frame.topLevel,
      assumed,
    },
    run,
  );
}

const heardArguments = (run: Run, args: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
  run.drawn.isUsed ? new Map([...args].map(([role, value]) => [role, withoutDraws(run, value)])) : args;

function madeAt(run: Run, { kind, self }: RowCall): { made?: Place } {
  const state = kind === 'instance' && self?.kind === 'reference' ? stateOf(run, self) : undefined;
  return state?.kind === 'libraryObject' ? { made: state.place } : {};
}
