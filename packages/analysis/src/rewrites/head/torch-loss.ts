/** Taking the loss of the other head: its name, where it is made or called, and nothing that it cannot say the same way. */
import type { Call } from '@softlens/syntax';
import type { CallFact } from '../../api.ts';
import type { Changes } from '../changes.ts';
import type { SourceTree } from '../source-tree.ts';
import { placeKey } from '../source-tree.ts';
import { calledObject, callsOf } from './torch-values.ts';

export type LossOperation = 'crossEntropy' | 'nll' | 'binaryCrossEntropyWithLogits' | 'binaryCrossEntropy';

const names: Readonly<Record<LossOperation, readonly [functional: string, module: string]>> = {
  crossEntropy: ['cross_entropy', 'CrossEntropyLoss'],
  nll: ['nll_loss', 'NLLLoss'],
  binaryCrossEntropyWithLogits: ['binary_cross_entropy_with_logits', 'BCEWithLogitsLoss'],
  binaryCrossEntropy: ['binary_cross_entropy', 'BCELoss'],
};

export const lossOperations: ReadonlySet<string> = new Set(Object.keys(names));

/** What the calls of a loss must have in common: it is rewritten once for all of them. */
export interface LossCalls {
  /** Calls that were rewritten, by place. */
  readonly done: Set<string>;
  /** Losses that are objects, by where they are made. */
  readonly made: Map<string, { readonly tree: SourceTree; readonly call: Call }>;
}

export const createLossCalls = (): LossCalls => ({ done: new Set(), made: new Map() });

/** Renames the loss that is called; refuses one with options that the other does not have, or has with another meaning. */
export function takeLoss(
  changes: Changes,
  calls: LossCalls,
  trees: readonly SourceTree[],
  { tree, call, fact }: { readonly tree: SourceTree; readonly call: Call; readonly fact: CallFact },
  from: LossOperation,
  to: LossOperation,
): void {
  calls.done.add(`${tree.path} ${call.start} ${call.end}`);
  if (fact.row.kind === 'function') {
    if (!hasPlainOptions(call, 2)) changes.refuse();
    rename(changes, tree, call, names[from][0], names[to][0]);
    return;
  }
  const made = calledObject(tree, call);
  const home = made && trees.find(({ path }) => path === made.place.path);
  const construction = made && home?.expressionAt(made.place);
  if (!made || !home || construction?.kind !== 'call' || call.args.length !== 2 || !hasPlainOptions(construction, 0)) {
    changes.refuse();
    return;
  }
  calls.made.set(placeKey(made.place), { tree: home, call: construction });
  rename(changes, home, construction, names[from][1], names[to][1]);
}

/** The same object may take other values too, which its new kind would not suit. */
export function refuseOtherCalls(changes: Changes, { done, made }: LossCalls, trees: readonly SourceTree[]): void {
  for (const { tree, call } of made.values()) {
    const places = callsOf({ path: tree.path, start: call.start, end: call.end }, trees);
    if (!places?.every((place) => done.has(placeKey(place)))) changes.refuse();
  }
}

/** Only the arguments that both losses have: the reduction to a number. */
function hasPlainOptions({ args }: Call, positional: number): boolean {
  return args.every(({ kind, name, value }, i) => {
    if (kind === 'positional') return i < positional;
    if (kind !== 'keyword') return false;
    if (name === 'input' || name === 'target') return true;
    return name === 'reduction' && value.kind === 'string' && (value.value === 'mean' || value.value === 'sum');
  });
}

function rename(changes: Changes, tree: SourceTree, { callee }: Call, from: string, to: string): void {
  if (callee.kind !== 'attribute' || callee.name !== from) changes.refuse();
  else changes.replace('loss', tree, callee.nameRange, to);
}
