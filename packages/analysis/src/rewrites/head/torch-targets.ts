/** The targets of the two heads: class indices (N,) against numbers 0 and 1 of the shape of the scores. */
import type { Call, Expression } from '@softlens/syntax';
import type { Value } from '../../values/value.ts';
import type { Changes } from '../changes.ts';
import { type SourceTree, textOf } from '../source-tree.ts';
import { isTight } from './text.ts';
import { of } from './torch-values.ts';

/** `y` → `y.float().unsqueeze(1)`. Unknown targets are class indices: with others the new loss raises for their shape. */
export function toNumbers(changes: Changes, tree: SourceTree, target: Expression): void {
  if (!of(tree.factOf(target)?.value ?? unknown).every(isIndices)) {
    changes.refuse();
    return;
  }
  append(changes, tree, target, '.float().unsqueeze(1)');
}

/**
 * `y.float().unsqueeze(1)` → `y`. Where no cast tells that they were whole numbers, they may be anything in between: two columns
 * of probabilities, which cross_entropy takes since PyTorch 1.10, are right for all.
 */
export function toIndices(changes: Changes, tree: SourceTree, target: Expression, isFlat: boolean): void {
  const column = isFlat ? undefined : columnOf(target);
  const shaped = column?.inner ?? target;
  const number = castOf(shaped);
  const inner = number ?? shaped;
  // The cast may stand outside: y.unsqueeze(1).float().
  const swapped = !isFlat && !column && number ? columnOf(number) : undefined;
  const source = swapped?.inner ?? inner;
  const value = tree.factOf(source)?.value ?? unknown;
  const ending = column?.ending ?? swapped?.ending ?? (isFlat ? '' : undefined);
  if (ending !== undefined && (number ? of(value).every(isIndices) : isWhole(value))) {
    const text = textOf(tree, source) + (isLong(value) ? '' : number ? '' : '.long()') + ending;
    changes.replace('targets', tree, target, text);
    return;
  }
  if (!isPure(target)) {
    changes.refuse();
    return;
  }
  const text = textOf(tree, target);
  const one = isTight(target) ? text : `(${text})`;
  const join = isFlat ? 'stack' : 'cat';
  if (!importsTorch(tree)) {
    changes.refuse();
    return;
  }
  changes.replace('targets', tree, target, `torch.${join}([1 - ${one}, ${text}], dim=1)`);
}

const unknown: Value = { kind: 'unknown', reason: { key: 'parameter' } };

function isIndices(value: Value): boolean {
  // A name from a module that is not in view.
  if (value.kind === 'libraryName') return true;
  if (value.kind === 'unknown') return value.space === undefined || value.space.name === 'class-index';
  if (value.kind !== 'array' || (value.shape && value.shape.length !== 1)) return false;
  if (value.dtype && !/^(?:u?int|bool)/.test(value.dtype)) return false;
  return value.space === undefined || value.space.name === 'class-index';
}

const isWhole = (value: Value): boolean =>
  of(value).every(
    (one) =>
      one.kind === 'array' && one.dtype !== undefined && /^(?:u?int|bool)/.test(one.dtype) && one.space?.name !== 'one-hot',
  );

const isLong = (value: Value): boolean => of(value).every((one) => one.kind === 'array' && one.dtype === 'int64');

interface Column {
  readonly inner: Expression;
  /** What brings what is left into the form (N,). */
  readonly ending: string;
}

/** What a target was before it became a column. */
function columnOf(target: Expression): Column | undefined {
  if (target.kind === 'index') {
    const [rows, added] = target.indices;
    const isAdded = rows?.kind === 'slice' && !rows.lower && !rows.upper && added?.kind === 'constant' && added.value === null;
    return isAdded ? { inner: target.object, ending: '' } : undefined;
  }
  const method = methodOf(target);
  if (!method) return undefined;
  const numbers = method.call.args.map(({ value }) => wholeNumber(value));
  if (method.name === 'unsqueeze' && numbers.length === 1 && (numbers[0] === 1 || numbers[0] === -1))
    return { inner: method.object, ending: '' };
  const isColumn = numbers.length === 2 && numbers[0] === -1 && numbers[1] === 1;
  return /^(?:view|reshape)$/.test(method.name) && isColumn ? { inner: method.object, ending: `.${method.name}(-1)` } : undefined;
}

/** What `.float()` was applied to. */
function castOf(target: Expression): Expression | undefined {
  const method = methodOf(target);
  if (!method) return undefined;
  const [only] = method.call.args;
  if (/^(?:float|double)$/.test(method.name) && !only) return method.object;
  const isType = only?.value.kind === 'attribute' && /^(?:float|float32|float64|double)$/.test(only.value.name);
  return /^(?:to|type)$/.test(method.name) && method.call.args.length === 1 && isType ? method.object : undefined;
}

function methodOf(node: Expression): { readonly call: Call; readonly object: Expression; readonly name: string } | undefined {
  return node.kind === 'call' && node.callee.kind === 'attribute'
    ? { call: node, object: node.callee.object, name: node.callee.name }
    : undefined;
}

export function wholeNumber(node: Expression | undefined): number | undefined {
  if (node?.kind === 'number' && node.type === 'int') return node.value;
  return node?.kind === 'unary' && node.operator === '-' && node.operand.kind === 'number' ? -node.operand.value : undefined;
}

/** Written twice without being computed differently: names, attributes, and methods that only change the form. */
function isPure(node: Expression): boolean {
  switch (node.kind) {
    case 'name':
    case 'number':
    case 'constant':
    case 'slice':
      return true;
    case 'attribute':
      return isPure(node.object);
    case 'unary':
      return isPure(node.operand);
    case 'index':
      return isPure(node.object) && node.indices.every(isPure);
    case 'call': {
      const method = methodOf(node);
      const isForm =
        method && /^(?:float|double|to|type|unsqueeze|squeeze|view|view_as|reshape|cuda|cpu|type_as)$/.test(method.name);
      return isForm === true && isPure(method.object) && node.args.every(({ value }) => isPure(value));
    }
    default:
      return false;
  }
}

/** The name `torch` means the library there. */
export function importsTorch(tree: SourceTree): boolean {
  return /^\s*import torch\s*(?:$|[#;,])/m.test(tree.text);
}

function append(changes: Changes, tree: SourceTree, node: Expression, text: string): void {
  if (isTight(node)) {
    changes.insert('targets', tree, node.end, text);
    return;
  }
  changes.replace('targets', tree, node, `(${textOf(tree, node)})${text}`);
}
