/**
 * JavaScript's function expressions that nothing in view calls: `button.onclick = () => …`, `load().then(async (data) => …)`, an arrow
 * that is exported. They run once, with arguments of which nothing is known, while the scope that they close over lives.
 */
import type { FunctionDefinition, FunctionExpression } from '@softlens/syntax';
import type { UserFunction } from '../../values/value.ts';
import { type Run, wasCalled, withSteps } from '../run/run.ts';
import { forkHeap } from '../state/heap.ts';
import { argumentsOf } from './arguments.ts';
import { callValue } from './calls.ts';

export interface Callbacks {
  readonly path: string;
  /** By definition: of one that is made in every turn of a loop the last counts. */
  readonly waiting: Map<FunctionExpression, UserFunction>;
  ran: number;
}

const maxCallbacks = 80;

export function noteCallback(run: Run, fn: UserFunction, definition: FunctionDefinition | FunctionExpression): void {
  const { callbacks } = run;
  if (definition.kind !== 'functionExpression' || run.frame.document.language === 'python') return;
  if (fn.path === callbacks.path && callbacks.ran < maxCallbacks && !run.lenient) callbacks.waiting.set(definition, fn);
}

/** At the end of an entry point, but for those `before` it. What they change is undone: nobody knows when they run. */
export function runCallbacks(run: Run, before: ReadonlySet<FunctionExpression> = new Set()): void {
  const { callbacks, heap } = run;
  for (const [definition, fn] of callbacks.waiting) {
    if (before.has(definition)) continue;
    callbacks.waiting.delete(definition);
    if (wasCalled(run, definition) || callbacks.ran >= maxCallbacks) continue;
    callbacks.ran++;
    run.heap = forkHeap(heap);
    withSteps(run, run.budget.entrySteps, () => callValue(run, fn, argumentsOf([], definition)));
    run.heap = heap;
  }
}
