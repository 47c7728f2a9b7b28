/**
 * Which names of a program's top level nobody reads any more: `x`, `y` and `loss` of a training loop whose successors bind their own.
 * What they hold ends there, so that it neither joins what later branches leave nor makes later statements depend on it.
 */
import type { Pattern, Statement } from '@softlens/syntax';
import { visitTree } from '../statements/tree.ts';

/** What one statement does to names. */
interface Summary {
  /** Names that may be read before the statement has bound them. */
  readonly reads: Set<string>;
  /** Names that it may bind, and those that it binds in any case. */
  readonly stores: Set<string>;
  readonly kills: Set<string>;
  /** Names that others may read at any time: functions do. */
  readonly pinned: Set<string>;
}

/** Likewise, as every edit looks at all of them. */
interface Names {
  readonly reads: readonly string[];
  readonly kills: readonly string[];
  /** Names that may end with the statement, and those that others may read at any time. */
  readonly mentions: readonly string[];
  readonly pinned: readonly string[];
}

/** For each statement the names of which nobody behind it reads what they hold. */
export function endingNames(body: readonly Statement[]): readonly (readonly string[])[] {
  const all = body.map(namesOf);
  const pinned = new Set<string>();
  for (const one of all) for (const name of one.pinned) pinned.add(name);
  if (pinned.has(everything)) return [];
  // Pinned names are read by somebody behind every statement.
  const live = new Set(pinned);
  const ending: (readonly string[])[] = [];
  for (let i = all.length - 1; i >= 0; i--) {
    const { reads, kills, mentions } = all[i] as Names;
    ending[i] = mentions.some((name) => !live.has(name)) ? mentions.filter((name) => !live.has(name)) : none;
    for (const name of kills) if (!pinned.has(name)) live.delete(name);
    for (const name of reads) live.add(name);
  }
  return ending;
}

const none: readonly string[] = [];

/** Stands for all names: `locals()`, `eval(text)`. */
const everything = '*';
const readers: ReadonlySet<string> = new Set(['locals', 'globals', 'vars', 'dir', 'eval', 'exec']);

/** Statements are the same from edit to edit. */
const known = new WeakMap<Statement, Names>();

function namesOf(statement: Statement): Names {
  const made = known.get(statement);
  if (made) return made;
  const summary = createSummary();
  note(summary, statement);
  const { reads, stores, kills, pinned } = summary;
  const names = { reads: [...reads], kills: [...kills], mentions: [...new Set([...stores, ...reads])], pinned: [...pinned] };
  known.set(statement, names);
  return names;
}

const createSummary = (): Summary => ({ reads: new Set(), stores: new Set(), kills: new Set(), pinned: new Set() });

/** A block runs in order: what an earlier statement has bound in any case, a later one does not read from outside. */
function block(into: Summary, statements: readonly Statement[], bound: Iterable<string> = []): ReadonlySet<string> {
  const kills = new Set(bound);
  for (const statement of statements) {
    const own = createSummary();
    note(own, statement);
    for (const name of own.reads) if (!kills.has(name)) into.reads.add(name);
    for (const name of own.kills) kills.add(name);
    for (const name of own.stores) into.stores.add(name);
    for (const name of own.pinned) into.pinned.add(name);
  }
  return kills;
}

function note(into: Summary, statement: Statement): void {
  switch (statement.kind) {
    case 'expression':
    case 'return':
    case 'raise':
    case 'assert':
      read(into, statement);
      return;
    case 'delete':
      // A name that is deleted is looked for outside.
      pin(into, statement);
      return;
    case 'assign':
      read(into, statement.value);
      read(into, statement.annotation);
      if (statement.value) for (const target of statement.targets) for (const name of bind(into, target)) into.kills.add(name);
      return;
    case 'augmentedAssign':
      read(into, statement.value);
      read(into, statement.target);
      bind(into, statement.target);
      return;
    case 'if': {
      read(into, statement.test);
      const [then, otherwise] = [block(into, statement.then), block(into, statement.otherwise)];
      for (const name of then) if (otherwise.has(name)) into.kills.add(name);
      return;
    }
    case 'for':
      read(into, statement.iterable);
      block(into, statement.body, bind(into, statement.target));
      block(into, statement.otherwise);
      return;
    case 'while':
      read(into, statement.test);
      block(into, statement.body);
      block(into, statement.otherwise);
      return;
    case 'with': {
      const bound: string[] = [];
      for (const { context, target } of statement.items) {
        read(into, context, bound);
        if (target) bound.push(...bind(into, target));
      }
      block(into, statement.body, bound);
      return;
    }
    case 'try':
      block(into, statement.body);
      for (const { type, target, body } of statement.handlers) {
        read(into, type);
        block(into, body, target ? bind(into, target) : []);
      }
      block(into, statement.otherwise);
      block(into, statement.finalizer);
      return;
    case 'pass':
    case 'break':
    case 'continue':
      return;
    default:
      pin(into, statement);
  }
}

/** The names that a target binds; what stands in it besides is read. */
function bind(into: Summary, target: Pattern): readonly string[] {
  switch (target.kind) {
    case 'name':
      // Names of the language's own are never told apart from what is looked for elsewhere.
      if (target.name.startsWith('__')) into.pinned.add(target.name);
      into.stores.add(target.name);
      return [target.name];
    case 'sequencePattern':
      return target.elements.flatMap((element) => bind(into, element));
    case 'starPattern':
      return bind(into, target.target);
    default:
      read(into, target);
      return [];
  }
}

function read(into: Summary, tree: unknown, bound: readonly string[] = []): void {
  visitTree(tree, (node) => {
    // What a function reads, it reads when it is called.
    if (node.kind === 'functionExpression' || (node.kind === 'comprehension' && node.type === 'generator')) pin(into, node);
    else if (node.kind === 'namedExpression') visitTree(node.target, ({ name }) => pinName(into, name));
    else if (node.kind === 'name' && typeof node.name === 'string') {
      if (readers.has(node.name)) into.pinned.add(everything);
      if (!bound.includes(node.name)) into.reads.add(node.name);
    }
  });
}

/** Everything that is named anywhere within. */
function pin(into: Summary, tree: unknown): void {
  visitTree(tree, ({ kind, name, names, alias, module }) => {
    if (kind !== 'attribute') pinName(into, name);
    pinName(into, alias);
    if (typeof module === 'string') pinName(into, module.split('.')[0]);
    if (Array.isArray(names)) for (const one of names) pinName(into, one);
  });
}

function pinName(into: Summary, name: unknown): void {
  if (typeof name === 'string') into.pinned.add(readers.has(name) ? everything : name);
}
