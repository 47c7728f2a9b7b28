/**
 * Objects that the program makes and hands to a framework, which will call their methods: `Runner(model_trainer)`,
 * `trainer.fit(task)`. Methods that nothing in view calls are run on the very objects, whose models and losses are known.
 */
import type { Reference, UserFunction, Value } from '../../values/value.ts';
import { type Arguments, argumentsOf } from '../calls/arguments.ts';
import { callFunction } from '../calls/functions.ts';
import { stateOf } from '../objects/objects.ts';
import { type Run, underConditions, wasCalled, withSteps } from '../run/run.ts';
import { forkHeap } from '../state/heap.ts';

const maxObjects = 16;
const perClass = 2;
const methodSteps = 4_000;

/** Notes an object that was made with something worth following. */
export function noteObject(run: Run, object: Reference, args: Arguments): void {
  if (run.muted > 0 || run.heap.depth === 0) return;
  if (run.made.length >= 200) {
    run.opaque = true;
    return;
  }
  const given = [...args.positional, ...args.keywords.values()];
  if (given.some(({ value }) => isModelLike(run, value))) run.made.push({ object, path: run.path });
}

function isModelLike(run: Run, value: Value): boolean {
  if (value.kind === 'alternatives') return value.of.some((one) => isModelLike(run, one.value));
  if (value.kind !== 'reference') return value.kind === 'libraryFunction';
  const state = stateOf(run, value);
  return state?.kind === 'instance' || state?.kind === 'libraryObject';
}

export function runEscaped(run: Run): void {
  const counts = new Map<object, number>();
  const chosen = run.made.slice(0, maxObjects * 4).flatMap(({ object, path }) => {
    const state = stateOf(run, object);
    if (state?.kind !== 'instance') return [];
    const { definition } = state.class;
    const count = counts.get(definition) ?? 0;
    counts.set(definition, count + 1);
    const methods = count < perClass ? uncalled(run, state.class) : [];
    return methods.length > 0 ? [{ object, path, methods }] : [];
  });
  run.made.length = 0;
  const base = run.heap;
  for (const { object, path, methods } of chosen.slice(0, maxObjects)) {
    for (const { fn, owner } of methods) {
      run.heap = forkHeap(base);
      withSteps(run, methodSteps, () =>
        underConditions(run, path, () => callFunction(run, fn, argumentsOf([object], fn.definition), object, owner)),
      );
    }
  }
  run.heap = base;
}

interface Method {
  readonly fn: UserFunction;
  readonly owner: Value;
}

type Class = Extract<Value, { kind: 'class' }>;

/** Public methods of a class and its bases in the program that have not run. */
function uncalled(run: Run, cls: Class, seen = new Set<string>(), depth = 0): readonly Method[] {
  const methods: Method[] = [];
  for (const [name, fn] of cls.members) {
    if (fn.kind !== 'function' || seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('__') || fn.decoration !== undefined || wasCalled(run, fn.definition)) continue;
    methods.push({ fn, owner: cls });
  }
  for (const base of cls.bases) if (base.kind === 'class' && depth < 8) methods.push(...uncalled(run, base, seen, depth + 1));
  return methods;
}
