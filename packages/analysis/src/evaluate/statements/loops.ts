/** Loops: few known turns run one by one, others reach a fixed point. */
import type { CFor, For, Statement, While } from '@softlens/syntax';
import { text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { leastYields, since } from '../calls/functions.ts';
import { isHeapObject, sameValue } from '../expressions/equality.ts';
import { evaluate } from '../expressions/expressions.ts';
import { mergeObjects, sameMembers, setState, shuffledList, stateOf } from '../objects/objects.ts';
import { afterUnseen } from '../random/effects.ts';
import { type Exit, isOver, note, type Run, unknown } from '../run/run.ts';
import { joinBranches } from '../state/alternatives.ts';
import { type Cell, forkHeap, joinHeaps } from '../state/heap.ts';
import { assignPattern } from './assignment.ts';
import { conjunction, truth } from './conditions.ts';
import { elementOf, itemsOf } from './iteration.ts';
import { executeBlock, inBlock } from './statements.ts';
import { widenHeap } from './widening.ts';

/** Turns that are always run one by one, and the steps that further turns may take: fewer in a check, which wants no numbers. */
const freeTurns = 4;
const loopSteps = (run: Run): number => (run.recorder ? 10_000 : 2_500);

/** Layers are built in loops of a few turns; what is done a hundred times is arithmetic, which a check does without. */
const countedTurns = (run: Run): number => (run.recorder ? Number.POSITIVE_INFINITY : 64);

/** One turn of a loop: binds what changes and runs the body. False when control does not come back. */
type Turn = () => boolean;

export function forLoop(run: Run, statement: For): boolean {
  const iterable = evaluate(run, statement.iterable);
  const held = heldIterator(run, iterable);
  const source = held ?? (statement.over === 'keys' ? keysOf(run, iterable) : itemsOf(run, iterable, statement.iterable));
  const body =
    (item: Value): Turn =>
    () =>
      inBlock(run, () => {
        assignPattern(run, statement.target, item, statement.iterable, 'let');
        return executeBlock(run, statement.body);
      });
  const from = run.frame.exits.length;
  const { items } = source;
  const bag = 'bag' in source ? source.bag : undefined;
  if (!items) afterUnseen(run);
  const shuffled = bag && bag.length <= mostShuffled ? inAnyOrder(run, bag, body, from) : undefined;
  if (shuffled !== undefined) return endLoop(run, from, shuffled, statement.otherwise);
  let goesOn = true;
  if (items) {
    const turn = held
      ? (i: number): Turn =>
          () => {
            held.take(i);
            return body(items[i] as Value)();
          }
      : (i: number) => body(items[i] as Value);
    const done = runTurns(run, items.length, turn, from);
    goesOn = done.goesOn;
    if (goesOn && (done.turns < items.length || held?.endless))
      goesOn = fixedPoint(run, body(elementOf(run, { items: items.slice(Math.min(done.turns, items.length - 1)) })), from);
  } else goesOn = fixedPoint(run, body(elementOf(run, source)), from);
  return endLoop(run, from, goesOn, statement.otherwise);
}

/** Items of a set that a loop goes through twice. */
const mostShuffled = 64;

/**
 * Items whose order is not known, there and back: what both leave alike does not depend on it. Undefined, and nothing is
 * done, where a loop is left early.
 */
function inAnyOrder(run: Run, items: readonly Value[], body: (item: Value) => Turn, from: number): boolean | undefined {
  const base = run.heap;
  const path = run.path;
  const { exits, yields } = run.frame;
  const exitsBefore = exits.length;
  if (yields) return undefined;
  const ends = [items, items.toReversed()].map((all, i) => {
    run.heap = forkHeap(base);
    if (i > 0) run.muted++;
    const done = runTurns(run, all.length, (j) => body(all[j] as Value), from);
    if (i > 0) run.muted--;
    const isWhole = done.goesOn && done.turns === all.length && exits.length === exitsBefore && run.path === path;
    run.path = path;
    return isWhole ? run.heap : undefined;
  });
  run.heap = base;
  if (ends.includes(undefined)) {
    exits.splice(exitsBefore);
    return undefined;
  }
  joinHeaps(
    base,
    ends.flatMap((end) => end ?? []),
    base,
    (cells) => inEitherOrder(run, cells),
  );
  return true;
}

/** What two orders leave differently, other orders may leave in ways of their own: of a list only what it holds is known. */
function inEitherOrder(run: Run, [there, back]: readonly (Cell | undefined)[]): Cell | undefined {
  if (!there || !back) return there ?? back;
  if (!isHeapObject(there) || !isHeapObject(back))
    return !isHeapObject(there) && !isHeapObject(back) && sameValue(there, back) ? there : unknown(run, 'loop');
  const items = there.kind === 'list' && back.kind === 'list' ? there.items : undefined;
  const others = back.kind === 'list' ? back.items : undefined;
  if (items && others) {
    const isSame = items.length === others.length && items.every((item, i) => sameValue(item, others[i] as Value));
    return isSame ? there : shuffledList(run, items, others);
  }
  if (there.kind === 'set' && back.kind === 'set') return sameMembers(there.items, back.items) ? there : { kind: 'set' };
  return mergeObjects(run, [
    { value: there, when: [] },
    { value: back, when: [] },
  ]);
}

interface HeldIterator {
  readonly items: readonly Value[];
  readonly endless: boolean;
  take(i: number): void;
}

/** A loop that is left early leaves the rest of the iterator to others. */
function heldIterator(run: Run, value: Value): HeldIterator | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (value.kind !== 'reference' || state?.kind !== 'list' || state.type !== 'iterator' || !state.items) return undefined;
  const { items } = state;
  const take = (i: number): void => setState(run, value, { ...state, items: items.slice(i + 1) });
  return { items, endless: state.endless === true, take };
}

/** JavaScript's `for (const key in object)`. */
function keysOf(run: Run, value: Value): ReturnType<typeof itemsOf> {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind === 'dict' && !state.open) return { items: [...state.entries.values()].map(({ key }) => key) };
  if (state?.kind === 'list' && state.items) return { items: state.items.map((_, i) => text(String(i))) };
  return { element: unknown(run, 'loop') };
}

interface Done {
  readonly turns: number;
  readonly goesOn: boolean;
}

/** Runs turns one by one as long as that teaches something: everything is known, and the budget lasts. */
function runTurns(run: Run, count: number, turn: (i: number) => Turn, from: number): Done {
  const steps = run.steps;
  for (let i = 0; i < count; i++) {
    const before = run.unknowns;
    if (i >= freeTurns && count > countedTurns(run)) return { turns: i, goesOn: true };
    if (i >= run.budget.turns || isOver(run) || (i >= freeTurns && run.steps - steps > loopSteps(run))) {
      note(run, `budget: turns in ${run.frame.document.path}`);
      return { turns: i, goesOn: true };
    }
    if (!runTurn(run, turn(i), from)) return { turns: i + 1, goesOn: false };
    if (i + 1 >= freeTurns && run.unknowns > before && count > freeTurns * 4) return { turns: i + 1, goesOn: true };
  }
  return { turns: count, goesOn: true };
}

/** `continue` ends here; `break` and `return` stay pending. */
function runTurn(run: Run, turn: Turn, from: number): boolean {
  const base = run.heap;
  const path = run.path;
  const exitsBefore = run.frame.exits.length;
  const goesOn = turn();
  const { exits } = run.frame;
  const continues = exits.slice(exitsBefore).filter((exit) => exit.kind === 'continue');
  if (continues.length === 0) return goesOn;
  const kept = exits.slice(exitsBefore).filter((exit) => exit.kind !== 'continue');
  exits.splice(exitsBefore, exits.length - exitsBefore, ...kept);
  joinExits(run, base, path, goesOn, continues, exits.length > from);
  return true;
}

/** Goes on from the state here (when control came here) and from those of the exits. */
function joinExits(
  run: Run,
  base: Run['heap'],
  path: Run['path'],
  goesOn: boolean,
  exits: readonly Exit[],
  pending: boolean,
): void {
  const ends = exits.map((exit) => ({ heap: exit.heap, when: since(path, exit.path) }));
  if (goesOn) ends.push({ heap: run.heap, when: since(path, run.path) });
  run.path = path;
  const [only] = ends;
  if (ends.length === 1 && only) run.heap = only.heap;
  else if (ends.every(({ heap }) => heap === base)) run.heap = base;
  else joinBranches(run, base, ends, pending ? forkHeap(base) : base);
}

/** Breaks join the normal end of the loop. */
function endLoop(run: Run, from: number, goesOn: boolean, otherwise: readonly Statement[]): boolean {
  const { exits } = run.frame;
  const breaks = exits.slice(from).filter((exit) => exit.kind === 'break');
  const kept = exits.slice(from).filter((exit) => exit.kind !== 'break');
  exits.splice(from, exits.length - from, ...kept);
  const comesOn = goesOn && executeBlock(run, otherwise);
  if (breaks.length === 0) return comesOn;
  const base = commonBase([...breaks.map(({ heap }) => heap), ...(comesOn ? [run.heap] : [])]);
  joinExits(
    run,
    base,
    commonPath([...breaks.map(({ path }) => path), ...(comesOn ? [run.path] : [])]),
    comesOn,
    breaks,
    kept.length > 0,
  );
  return true;
}

type Heap = Run['heap'];

/** The nearest layer that all heaps descend from. */
function commonBase(heaps: readonly Heap[]): Heap {
  const [first, ...rest] = heaps as [Heap, ...Heap[]];
  const chains = rest.map((heap) => {
    const chain = new Set<Heap>();
    for (let layer: Heap | undefined = heap; layer; layer = layer.parent) chain.add(layer);
    return chain;
  });
  for (let layer: Heap | undefined = first; layer; layer = layer.parent) {
    const candidate = layer;
    if (chains.every((chain) => chain.has(candidate))) return candidate;
  }
  return first;
}

function commonPath(paths: readonly Run['path'][]): Run['path'] {
  const [first = [], ...rest] = paths;
  let length = first.length;
  for (const path of rest) {
    let i = 0;
    while (i < length && path[i] === first[i]) i++;
    length = i;
  }
  return first.slice(0, length);
}

/**
 * Any number of turns: a muted turn shows what changes; that becomes the join of before and after; a second turn from there
 * is what is recorded. What changes again is unknown.
 */
function fixedPoint(run: Run, turn: Turn, from: number): boolean {
  if (run.frame.yields) run.frame.yieldsOpen = true;
  run.unknowns++;
  const base = run.heap;
  const path = run.path;
  const exitsBefore = run.frame.exits.length;
  run.heap = forkHeap(base);
  // Inside a muted turn one turn is enough: it only has to show what changes, and two at every level would be 2^depth.
  if (run.muted === 0) {
    run.muted++;
    const first = runTurn(run, turn, from);
    run.muted--;
    run.frame.exits.splice(exitsBefore);
    const afterFirst = run.heap;
    run.path = path;
    run.heap = forkHeap(base);
    if (first) widenHeap(run, base, afterFirst, run.heap, 'first');
  }
  const widened = run.heap;
  run.heap = forkHeap(widened);
  const goesOn = runTurn(run, turn, from);
  const pending = run.frame.exits.length > exitsBefore;
  const after = run.heap;
  run.path = path;
  run.heap = pending ? forkHeap(widened) : widened;
  if (goesOn) widenHeap(run, widened, after, run.heap, run.muted === 0 ? 'second' : 'first');
  return true;
}

export function whileLoop(run: Run, statement: While): boolean {
  const from = run.frame.exits.length;
  const steps = run.steps;
  const body: Turn = () => inBlock(run, () => executeBlock(run, statement.body));
  for (let i = 0; ; i++) {
    const before = run.unknowns;
    const test = i === 0 && statement.testAfter ? { known: true } : truth(run, evaluate(run, statement.test));
    if (test.known === false) return endLoop(run, from, true, statement.otherwise);
    const spent = i >= run.budget.turns || (i >= freeTurns && run.steps - steps > loopSteps(run));
    const unread = i >= freeTurns && run.unknowns > before;
    if (test.known === undefined || spent || unread || (i === 1 && isForever(statement) && run.frame.exits.length > from)) {
      if (spent) note(run, `budget: turns in ${run.frame.document.path}`);
      break;
    }
    if (!runTurn(run, body, from)) return endLoop(run, from, false, statement.otherwise);
    if (i >= freeTurns && run.unknowns > before) break;
  }
  const { yields, yieldsOpen, exits } = run.frame;
  if (isForever(statement) && yields && !yieldsOpen && yields.length >= leastYields && exits.length === from)
    return endLoop(run, from, false, statement.otherwise);
  const goesOn = fixedPoint(
    run,
    () => {
      const test = truth(run, evaluate(run, statement.test));
      if (test.known === undefined) run.path = conjunction(run.path, test.whenTrue) ?? run.path;
      return body();
    },
    from,
  );
  return endLoop(run, from, goesOn && !isForever(statement), statement.otherwise);
}

const isForever = (statement: While): boolean =>
  (statement.test.kind === 'constant' && statement.test.value === true) ||
  (statement.test.kind === 'number' && statement.test.value !== 0);

export function countedLoop(run: Run, statement: CFor): boolean {
  return inBlock(run, () => {
    executeBlock(run, statement.initial);
    const { start, end } = statement;
    const from = run.frame.exits.length;
    const steps = run.steps;
    const body: Turn = () => inBlock(run, () => executeBlock(run, statement.body));
    const update = (): void => {
      for (const expression of statement.update) evaluate(run, expression);
    };
    for (let i = 0; ; i++) {
      const before = run.unknowns;
      const test = statement.test ? truth(run, evaluate(run, statement.test)) : { known: true };
      if (test.known === false) return endLoop(run, from, true, []);
      if (test.known === undefined || i >= run.budget.turns || (i >= freeTurns && run.steps - steps > loopSteps(run))) break;
      if (!runTurn(run, body, from)) return endLoop(run, from, false, []);
      update();
      if (i >= freeTurns && run.unknowns > before) break;
    }
    const goesOn = fixedPoint(
      run,
      () => {
        const continues = body();
        update();
        return continues;
      },
      from,
    );
    return endLoop(run, from, goesOn, []) && start <= end;
  });
}
