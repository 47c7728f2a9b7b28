/**
 * Refactorings between a softmax over two units and one unit with sigmoid. They say the same, as softmax([a, b])[1] = σ(b − a)
 * (Goodfellow, Bengio, Courville, Deep Learning, 6.2.2): layer, activation, loss and targets change together or not at all.
 */
import type { Edit, FileAnalysis } from '../api.ts';
import type { Changes, Part } from './changes.ts';
import { createChanges } from './changes.ts';
import { type KerasHead, kerasHeads, kerasRewrite } from './head/keras.ts';
import { lossOperations } from './head/torch-loss.ts';
import { torchToSigmoid } from './head/torch-to-sigmoid.ts';
import { torchToSoftmax } from './head/torch-to-softmax.ts';
import { of, stagesOf, type TorchHead, torchHeads } from './head/torch-values.ts';
import { type Analysed, type SourceTree, sourceTrees } from './source-tree.ts';

export interface Rewrite {
  readonly to: 'sigmoid' | 'softmax';
  readonly parts: readonly Part[];
  /** In every document that has a part in it, by place. */
  readonly edits: readonly Edit[];
}

/** The rewrites of all heads in the documents. What uses a head outside them is not seen. */
export function headRewrites(documents: readonly Analysed[]): readonly Rewrite[] {
  const trees = sourceTrees(documents);
  return [
    ...torchHeads(trees).flatMap((head) => rewritten(head, torchRewrite(head, trees))),
    ...kerasHeads(trees).flatMap((head) => {
      const changes = createChanges();
      kerasRewrite(head, trees, changes);
      return rewritten(head, changes);
    }),
  ];
}

/** Cheap: false for almost every document. What a head gives is told by its origin, also where the head is elsewhere. */
export function mayHaveHeads({ facts }: FileAnalysis): boolean {
  return facts.some(({ call }) => {
    if (!call) return false;
    const units = call.args.get('features');
    const isHead = units?.kind === 'int' && (units.value === 1 || units.value === 2);
    return isHead || (consumers.has(call.op ?? '') && call.args.get('x')?.kind === 'array');
  });
}

function torchRewrite(head: TorchHead, trees: readonly SourceTree[]): Changes {
  const changes = createChanges();
  const stageOf = stagesOf(head, trees);
  if (!stageOf || trees.some(takesUnknown)) changes.refuse();
  else if (head.units === 2) torchToSigmoid(head, trees, stageOf, changes);
  else torchToSoftmax(head, trees, stageOf, changes);
  return changes;
}

/** A layer that no loss or activation takes as what it is may be anything, a regression above all. */
function rewritten({ units }: TorchHead | KerasHead, changes: Changes): readonly Rewrite[] {
  const edits = changes.edits();
  const parts = changes.parts();
  const isHead = parts.has('loss') || parts.has('activation');
  return edits && isHead
    ? [{ to: units === 2 ? 'sigmoid' : 'softmax', parts: order.filter((part) => parts.has(part)), edits }]
    : [];
}

/** A loss or a choice of classes on a value that nobody knows: it may be the head's, and would be left behind. */
function takesUnknown({ facts }: SourceTree): boolean {
  return facts.some(({ call }) => {
    const x = call?.args.get('x');
    const op = call?.op ?? '';
    return x !== undefined && consumers.has(op) && of(x).some(isUnknown);
  });
}

const isUnknown = (value: { readonly kind: string; readonly space?: unknown }): boolean =>
  value.kind === 'libraryName' || (value.kind === 'unknown' && value.space === undefined);

/** What takes scores or probabilities for what they are. */
const consumers: ReadonlySet<string> = new Set([...lossOperations, 'softmax', 'logSoftmax', 'sigmoid', 'argmax']);

const order: readonly Part[] = ['layer', 'activation', 'loss', 'targets', 'metrics', 'predictions'];
