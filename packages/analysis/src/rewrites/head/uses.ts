/** What happens to a value where it stands: it is only passed on, or something is done with it. */
import type { Argument, Attribute, Call, Compare, Expression, Index, Unary } from '@softlens/syntax';
import type { CallFact } from '../../api.ts';
import type { SourceTree, SyntaxNode } from '../source-tree.ts';
import { of } from './torch-values.ts';

export type Use =
  | { readonly kind: 'passed' }
  /** `z.detach()`: passed on, when the analysis still knows the result. */
  | { readonly kind: 'carried'; readonly as: Expression }
  | {
      readonly kind: 'argument';
      readonly call: Call;
      readonly argument: Argument;
      readonly fact: CallFact;
      readonly role: string;
    }
  | { readonly kind: 'method'; readonly call: Call; readonly attribute: Attribute; readonly fact: CallFact | undefined }
  | { readonly kind: 'index'; readonly index: Index }
  | { readonly kind: 'compare'; readonly compare: Compare }
  | { readonly kind: 'negated'; readonly unary: Unary }
  | { readonly kind: 'other' };

/** Methods that change neither the values nor the shape. */
const carriers = new Set(
  'detach cpu cuda to float double half bfloat16 type clone contiguous numpy data requires_grad_'.split(' '),
);
/** Methods and attributes that say nothing of the units. */
const harmless = new Set(['device', 'dtype', 'requires_grad', 'backward', 'retain_grad']);

export function useOf(tree: SourceTree, node: Expression): Use {
  const parent = tree.parentOf(node);
  switch (parent?.kind) {
    case 'assign':
      return { kind: parent.value === node && parent.targets.every(isSimple) ? 'passed' : 'other' };
    case 'return':
      return { kind: isReturnSeen(tree, parent) ? 'passed' : 'other' };
    case 'expression':
      return { kind: 'passed' };
    case 'sequence': {
      const holder = tree.parentOf(parent);
      const isHeld = holder?.kind === 'assign' || (holder?.kind === 'return' && isReturnSeen(tree, holder));
      return { kind: parent.type === 'tuple' && isHeld ? 'passed' : 'other' };
    }
    case 'conditional':
      return parent.test === node ? { kind: 'other' } : { kind: 'carried', as: parent };
    case 'attribute':
      return ofAttribute(tree, parent);
    case 'index':
      return parent.object === node ? { kind: 'index', index: parent } : { kind: 'other' };
    case 'compare':
      return { kind: 'compare', compare: parent };
    case 'unary':
      return parent.operator === '-' ? { kind: 'negated', unary: parent } : { kind: 'other' };
    case 'positional':
    case 'keyword':
      return ofArgument(tree, parent);
    default:
      return { kind: 'other' };
  }
}

/** What a function returns that nobody in view calls goes to callers who expect it as it was. */
function isReturnSeen(tree: SourceTree, statement: SyntaxNode): boolean {
  for (let at = tree.parentOf(statement); at; at = tree.parentOf(at)) {
    if (at.kind === 'function' || at.kind === 'functionExpression') return tree.isCalled(at);
  }
  return false;
}

function ofAttribute(tree: SourceTree, attribute: Attribute): Use {
  const call = tree.parentOf(attribute);
  if (harmless.has(attribute.name)) return { kind: 'passed' };
  if (call?.kind === 'call' && call.callee === attribute) {
    if (carriers.has(attribute.name)) return { kind: 'carried', as: call };
    return isCount(attribute.name, call)
      ? { kind: 'passed' }
      : { kind: 'method', call, attribute, fact: tree.factOf(call)?.call };
  }
  if (attribute.name === 'data') return { kind: 'carried', as: attribute };
  const first = call?.kind === 'index' && call.indices.length === 1 ? call.indices[0] : undefined;
  return { kind: attribute.name === 'shape' && first?.kind === 'number' && first.value === 0 ? 'passed' : 'other' };
}

/** `z.size(0)`: the number of examples. */
function isCount(name: string, { args: [first] }: Call): boolean {
  return name === 'size' && first?.value.kind === 'number' && first.value.value === 0;
}

function ofArgument(tree: SourceTree, argument: Argument): Use {
  const call = tree.parentOf(argument);
  if (call?.kind !== 'call') return { kind: 'other' };
  const fact = tree.factOf(call)?.call;
  const role = fact && roleOf(fact, argument);
  if (fact && role !== undefined) return { kind: 'argument', call, argument, fact, role };
  return { kind: isReadable(tree, call) ? 'passed' : 'other' };
}

function roleOf({ ranges }: CallFact, { value }: Argument): string | undefined {
  return [...ranges].find(([, { start, end }]) => start <= value.start && value.end <= end)?.[0];
}

/** A function of the program, whose own uses are seen where they stand; or one that only shows the value. */
function isReadable(tree: SourceTree, call: Call): boolean {
  const callee = tree.factOf(call.callee)?.value;
  if (!callee) return false;
  return of(callee).every(
    (one) =>
      one.kind === 'function' ||
      one.kind === 'class' ||
      (one.kind === 'method' && one.function.kind === 'function') ||
      (one.kind === 'reference' && one.state?.kind === 'instance') ||
      (one.kind === 'builtin' && /^(?:print|len)$/.test(one.name)),
  );
}

function isSimple(target: { readonly kind: string }): boolean {
  return target.kind === 'name' || target.kind === 'attribute';
}
