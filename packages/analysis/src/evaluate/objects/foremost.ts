/**
 * Which of very many classes and functions are followed where an unknown name picks one: `models.__dict__[args.arch]` may be any of
 * thirty. A mistake is mostly in one of them, so those whose outputs end unlike the others' come first; then one of each file, as the
 * functions of a file make models of one kind.
 */
import type { ClassDefinition, FunctionDefinition } from '@softlens/syntax';
import type { Value } from '../../values/value.ts';
import type { Run } from '../run/run.ts';
import { isTreePart, visitTree } from '../statements/tree.ts';

export type Callable = Extract<Value, { kind: 'class' | 'function' }>;

export const isCallable = (value: Value): value is Callable => value.kind === 'class' || value.kind === 'function';

/** As few as can be made and called within the steps of one entry point: three segmentation networks take most of them. */
export function foremost<T>(
  run: Run,
  candidates: readonly T[],
  callableOf: (candidate: T) => Callable | undefined,
): readonly T[] {
  const kinds = new Map<string, { readonly ends: boolean; readonly of: T }>();
  for (const candidate of candidates) {
    const callable = callableOf(candidate);
    if (!callable) continue;
    const classes = classesOf(run, callable);
    const key = callable.kind === 'class' ? `${callable.path} ${callable.definition.name}` : callable.path;
    const ends = classes.some(endsInActivation);
    const id = `${key} ${ends}`;
    if (!kinds.has(id)) kinds.set(id, { ends, of: candidate });
  }
  const all = [...kinds.values()];
  const closing = all.filter(({ ends }) => ends);
  const without = all.filter(({ ends }) => !ends);
  const [few, many] = closing.length <= without.length ? [closing, without] : [without, closing];
  return [...few.slice(0, 2), ...many.slice(0, few.length === 0 ? 2 : 1)].map(({ of }) => of);
}

/**
 * True for what other classes and functions beside it are made of: `BasicBlock` of `ResNet`, `ResNet` of `resnet18`. What only tries it out
 * does not count.
 */
export function isPart(run: Run, { definition, path }: Callable): boolean {
  if (definition.kind === 'functionExpression') return true;
  if (definition.name.startsWith('_')) return true;
  return topLevel(run, path).some(
    (other) =>
      other.name !== definition.name && !/^_*(?:test|main|demo|debug)/i.test(other.name) && namesIn(other).has(definition.name),
  );
}

type Definition = ClassDefinition | FunctionDefinition;

function topLevel(run: Run, path: string): readonly Definition[] {
  const body = run.session.project.module(path)?.module.body ?? [];
  return body.filter((statement): statement is Definition => statement.kind === 'class' || statement.kind === 'function');
}

/** The class, or those of its file that a function names. */
function classesOf(run: Run, { kind, definition, path }: Callable): readonly ClassDefinition[] {
  if (kind === 'class') return [definition];
  const names = namesIn(definition);
  return topLevel(run, path).filter((one): one is ClassDefinition => one.kind === 'class' && names.has(one.name));
}

const activation = /soft_?max|sigmoid/i;

const ends = new WeakMap<ClassDefinition, boolean>();

/** Whether the last steps of `forward` name an activation, or the last layer of a sequence is one. A guess, which only puts in order. */
function endsInActivation(definition: ClassDefinition): boolean {
  const known = ends.get(definition);
  if (known !== undefined) return known;
  const forward = definition.body.find(
    (one): one is FunctionDefinition => one.kind === 'function' && /^(?:forward|call|__call__)$/.test(one.name),
  );
  const activations = new Set<string>();
  let closes = false;
  visitTree(definition.body, (node) => {
    if (node.kind === 'assign' && isActivation(node.value)) for (const name of namesIn(node.targets)) activations.add(name);
    const last = node.kind === 'call' && Array.isArray(node.args) ? node.args.at(-1) : undefined;
    if (isTreePart(last) && isActivation(last.value) && namesIn(node.callee).has('Sequential')) closes = true;
  });
  const last = [...namesIn(forward?.body.slice(-2) ?? [])];
  const result = closes || last.some((name) => activation.test(name) || (name !== 'self' && activations.has(name)));
  ends.set(definition, result);
  return result;
}

function isActivation(node: unknown): boolean {
  return isTreePart(node) && node.kind === 'call' && [...namesIn(node.callee)].some((name) => activation.test(name));
}

const named = new WeakMap<object, ReadonlySet<string>>();

/** Names and attributes that are mentioned within. */
function namesIn(tree: unknown): ReadonlySet<string> {
  const key = typeof tree === 'object' && tree !== null ? tree : undefined;
  const known = key && named.get(key);
  if (known) return known;
  const found = new Set<string>();
  visitTree(tree, (node) => {
    if ((node.kind === 'name' || node.kind === 'attribute') && typeof node.name === 'string') found.add(node.name);
  });
  if (key) named.set(key, found);
  return found;
}
