/** One-hot targets in `fit` and `evaluate` become the column of class 1. */
import type { Expression } from '@softlens/syntax';
import type { Changes } from '../changes.ts';
import { type SourceTree, textOf } from '../source-tree.ts';
import { argumentOf, type ModelCall } from './keras.ts';

export function toColumn(changes: Changes, { tree, call }: ModelCall): void {
  const target = argumentOf(call, 'y', 1)?.value;
  if (!target) {
    changes.refuse();
    return;
  }
  column(changes, tree, target);
  const validation = call.args.find(({ name }) => name === 'validation_data')?.value;
  if (!validation) return;
  const [, held] = validation.kind === 'sequence' ? validation.elements : [];
  if (!held || validation.kind !== 'sequence' || validation.elements.length !== 2) {
    changes.refuse();
    return;
  }
  column(changes, tree, held);
}

/** `to_categorical(y, 2)` → `y`, and `y_train` → `y_train[:, 1]`. */
function column(changes: Changes, tree: SourceTree, target: Expression): void {
  if (target.kind === 'name') {
    changes.insert('targets', tree, target.end, '[:, 1]');
    return;
  }
  const [indices] = target.kind === 'call' ? target.args : [];
  const name = target.kind === 'call' ? textOf(tree, target.callee).split('.').at(-1) : undefined;
  if ((name !== 'to_categorical' && name !== 'one_hot') || indices?.kind !== 'positional') {
    changes.refuse();
    return;
  }
  changes.replace('targets', tree, target, textOf(tree, indices.value));
}
