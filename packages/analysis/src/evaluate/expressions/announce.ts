/** What the result of an operator tells: whether it rests on a guess, and to the listener of the run. */
import type { Expression, Range } from '@softlens/syntax';
import type { Value } from '../../values/value.ts';
import { withoutDraws } from '../random/heard.ts';
import { inherit, isAssumed, viaOf } from '../run/facts.ts';
import type { OperatorEvent } from '../run/listener.ts';
import { noteNews } from '../run/news.ts';
import { placeOf, type Run } from '../run/run.ts';
import { charge } from '../run/work.ts';

export interface OperandNodes {
  readonly node: Range;
  readonly operands: readonly Range[];
}

/** A result rests on conventional names when one of its inputs does, and has its price. */
export function tainted(run: Run, inputs: readonly Value[], result: Value): Value {
  charge(run, result);
  return inherit(run, result, inputs);
}

export function announce(
  run: Run,
  kind: OperatorEvent['kind'],
  operator: string,
  operands: readonly Value[],
  result: Value,
  nodes: OperandNodes,
): void {
  if (run.muted > 0 || !run.listener?.onOperator) return;
  noteNews(run, nodes.node, operator, [...operands, result]);
  run.listener.onOperator(
    {
      kind,
      node: nodes.node as Expression,
      place: placeOf(run, nodes.node),
      operator,
      operands: run.drawn.isUsed ? operands.map((operand) => withoutDraws(run, operand)) : operands,
      operandPlaces: nodes.operands.map((operand) => placeOf(run, operand)),
      result: withoutDraws(run, result),
      conditions: run.path,
      via: viaOf(run),
      topLevel: run.frame.topLevel,
      assumed: isAssumed(run, result),
    },
    run,
  );
}
