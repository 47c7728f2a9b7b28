/**
 * Functions that are made while something runs, and that nothing in view calls. JavaScript: `button.onclick = () => …`,
 * `load().then(async (data) => …)`, an arrow that is exported. Python: a function within a function, `def step(engine, batch): …`,
 * that is handed to a framework. They run once, with arguments of which nothing is known, while the scope that they close over lives.
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
  readonly waiting: Map<Made, UserFunction>;
  ran: number;
}

type Made = FunctionDefinition | FunctionExpression;

const maxCallbacks = 80;

export function noteCallback(run: Run, fn: UserFunction, definition: Made): void {
  const { callbacks, frame } = run;
  const isPython = frame.document.language === 'python';
  if (isPython ? definition.kind !== 'function' || frame.scope.kind !== 'function' : definition.kind !== 'functionExpression')
    return;
  if (fn.path === callbacks.path && callbacks.ran < maxCallbacks && !run.lenient) callbacks.waiting.set(definition, fn);
}

/** Those that a statement of the top level made, but for what it may have given to the statements after it. */
export function handedOver(run: Run, before: ReadonlySet<Made>): readonly Made[] {
  const { callbacks, frame } = run;
  if (frame.document.language !== 'python' || callbacks.waiting.size === before.size) return [];
  return [...callbacks.waiting.keys()].filter((one) => !before.has(one) && !isReturned(one, frame.document.text));
}

/** `return step`, `return step, evaluate`: who gets it may call it. */
function isReturned(definition: Made, text: string): boolean {
  return definition.kind !== 'function' || new RegExp(`\\b(?:return|yield)\\b.*\\b${definition.name}\\b`).test(text);
}

/** At the end of an entry point, but for those `before` it. What they change is undone: nobody knows when they run. */
export function runCallbacks(run: Run, before: ReadonlySet<Made> = new Set(), only?: readonly Made[]): void {
  const { callbacks, heap } = run;
  for (const [definition, fn] of callbacks.waiting) {
    if (before.has(definition) || only?.includes(definition) === false) continue;
    callbacks.waiting.delete(definition);
    if (wasCalled(run, definition) || callbacks.ran >= maxCallbacks) continue;
    callbacks.ran++;
    run.heap = forkHeap(heap);
    withSteps(run, run.budget.entrySteps, () => callValue(run, fn, argumentsOf([], definition)));
    run.heap = heap;
  }
}
