/**
 * `if name == 'vgg16': return vgg16() elif name == 'resnet18': …` with thirty branches makes thirty models, of which more than a few take
 * longer to follow than an entry point has steps. Only the foremost are followed; the other branches are left out as if they were not there.
 */
import type { Call, If, Import, Statement } from '@softlens/syntax';
import { moduleMember, resolveModule } from '../../resolve/modules.ts';
import type { Value } from '../../values/value.ts';
import { readBound } from '../expressions/names.ts';
import { type Callable, foremost, isCallable } from '../objects/foremost.ts';
import { isPython, type Run } from '../run/run.ts';
import { isTreePart } from './tree.ts';

/** True for a branch that is left out where its test is not known. The document whose facts are asked for is followed as a whole. */
export function isLeftOut(run: Run, statement: If): boolean {
  if (!isPython(run) || run.recorder?.path === run.frame.document.path) return false;
  const known = chains.get(run) ?? { seen: new WeakSet(), leftOut: new WeakSet() };
  chains.set(run, known);
  if (!known.seen.has(statement)) {
    const chain = chainOf(statement);
    for (const one of chain) known.seen.add(one);
    for (const one of chain.length > mostFollowed ? superfluous(run, chain) : []) known.leftOut.add(one);
  }
  return known.leftOut.has(statement);
}

/** Branches of a chain that are all followed. */
const mostFollowed = 5;

interface Chains {
  readonly seen: WeakSet<If>;
  readonly leftOut: WeakSet<If>;
}

const chains = new WeakMap<Run, Chains>();

function chainOf(head: If): readonly If[] {
  const chain: If[] = [];
  let next: Statement | undefined = head;
  while (next?.kind === 'if') {
    chain.push(next);
    next = next.otherwise.length === 1 ? next.otherwise[0] : undefined;
  }
  return chain;
}

/** The branches that make something of the program's own and are not among the foremost. */
function superfluous(run: Run, chain: readonly If[]): readonly If[] {
  const making = chain.flatMap((one) => {
    const callable = one.test.kind === 'compare' ? madeIn(run, one.then) : undefined;
    return callable ? [{ one, callable }] : [];
  });
  if (making.length <= mostFollowed) return [];
  const kept = new Set(foremost(run, making, ({ callable }) => callable));
  return making.filter((branch) => !kept.has(branch)).map(({ one }) => one);
}

/** The class that a branch makes an instance of, or the function that makes one. */
function madeIn(run: Run, body: readonly Statement[]): Callable | undefined {
  const imports = body.filter((one) => one.kind === 'import');
  const calls: Call[] = [];
  collectCalls(body, calls);
  for (const { callee } of calls) {
    const value = calleeOf(run, callee, imports);
    if (value && isCallable(value)) return value;
  }
  return undefined;
}

function calleeOf(run: Run, callee: Call['callee'], imports: readonly Import[]): Value | undefined {
  if (callee.kind === 'name') {
    for (const { module, level, names } of imports) {
      const imported = names.find(({ name, alias }) => (alias ?? name) === callee.name);
      const path = imported && resolveModule(run, run.frame.document, module, level);
      if (imported && path !== undefined) return moduleMember(run, path, imported.name);
    }
    return readBound(run, run.frame.scope, callee.name);
  }
  if (callee.kind !== 'attribute' || callee.object.kind !== 'name') return undefined;
  const object = readBound(run, run.frame.scope, callee.object.name);
  return object?.kind === 'module' ? moduleMember(run, object.path, callee.name) : undefined;
}

function collectCalls(tree: unknown, calls: Call[]): void {
  if (Array.isArray(tree)) for (const item of tree) collectCalls(item, calls);
  else if (isTreePart(tree)) {
    if (isCall(tree)) calls.push(tree);
    for (const key in tree) if (typeof tree[key] === 'object') collectCalls(tree[key], calls);
  }
}

const isCall = (node: unknown): node is Call => isTreePart(node) && node.kind === 'call' && Array.isArray(node.args);
