/** Finds rows by qualified name. Each library is indexed when it is first asked for. */
import { libraries } from './libraries.ts';
import type { ClassRow, FunctionRow, Library, Row } from './schema.ts';

export interface Found {
  readonly row: Row;
  readonly library: Library;
}

/** A member of a class with those of its bases: methods as rows of their own, attributes as the class row has them. */
export interface ClassMembers {
  readonly methods: ReadonlyMap<string, FunctionRow>;
  readonly attributes: ReadonlyMap<string, NonNullable<ClassRow['attributes']>[string]>;
  readonly call?: FunctionRow;
  readonly protocol?: string;
  /** The class and its bases by name, nearest first. */
  readonly ancestry: readonly string[];
}

interface Index {
  readonly rows: ReadonlyMap<string, Row>;
  readonly namespaces: ReadonlySet<string>;
}

interface Answer<T> {
  readonly found: T;
}

const byModule = new Map<string, Library>();
for (const each of libraries) for (const module of each.modules) byModule.set(module, each);

const byName = new Map(libraries.map((each) => [each.name, each]));
const rowsFound = new Map<string, Answer<Found | undefined>>();
const namespacesFound = new Map<string, Answer<boolean>>();
const indices = new Map<Library, Index>();
const members = new Map<ClassRow, ClassMembers>();

/** The row of a qualified name such as `torch.nn.functional.softmax`, through other names (`also`) and module aliases. */
export function lookup(qualifiedName: string): Found | undefined {
  return remembered(rowsFound, qualifiedName, findRow);
}

/** Programs ask for the same few names again and again; what texts could grow without end is dropped now and then. */
function remembered<T>(answers: Map<string, Answer<T>>, name: string, find: (name: string) => T): T {
  const known = answers.get(name);
  if (known) return known.found;
  if (answers.size >= 20_000) answers.clear();
  const found = find(name);
  answers.set(name, { found });
  return found;
}

function findRow(qualifiedName: string): Found | undefined {
  const library = libraryOfModule(topLevelModule(qualifiedName));
  if (library === undefined) return undefined;
  const { rows } = indexOf(library);
  for (const name of spellings(library, qualifiedName)) {
    const row = rows.get(name);
    if (row !== undefined) return { row, library };
  }
  return undefined;
}

/** True for a proper prefix of some row's name: `torch`, `torch.nn`. */
export function isNamespace(qualifiedName: string): boolean {
  return remembered(namespacesFound, qualifiedName, findNamespace);
}

function findNamespace(qualifiedName: string): boolean {
  const library = libraryOfModule(topLevelModule(qualifiedName));
  if (library === undefined) return false;
  const { namespaces } = indexOf(library);
  return spellings(library, qualifiedName).some((name) => namespaces.has(name));
}

/** The library that owns a top-level module: `torch`, `sklearn`, `@tensorflow/tfjs`. */
export function libraryOfModule(topLevel: string): Library | undefined {
  return byModule.get(topLevel);
}

export function library(name: string): Library | undefined {
  return byName.get(name);
}

/** `torch` of `torch.nn.Linear`, `@tensorflow/tfjs` of `@tensorflow/tfjs.softmax`. */
export function topLevelModule(qualifiedName: string): string {
  const dot = qualifiedName.indexOf('.');
  return dot < 0 ? qualifiedName : qualifiedName.slice(0, dot);
}

/** A method of the library's arrays: `methodRow(library('torch'), 'softmax')` is `torch.Tensor.softmax`. */
export function methodRow(of: Library, name: string): FunctionRow | undefined {
  const row = lookup(`${of.dialect.tensor}.${name}`)?.row;
  return row?.kind === 'function' ? row : undefined;
}

/** What instances of a class have, its bases included (the nearest wins). */
export function classMembers(row: ClassRow): ClassMembers {
  const known = members.get(row);
  if (known !== undefined) return known;
  const result = collectMembers(row);
  members.set(row, result);
  return result;
}

/** Names that people give without an import in sight, in Python: `np`, `F`, `softmax`. */
export const conventionalAliases: Readonly<Record<string, string>> = merged('python');
/** Likewise in JavaScript and TypeScript: `tf`, `softmax`. */
export const conventionalAliasesOfJavaScript: Readonly<Record<string, string>> = merged('javascript');

function merged(language: 'python' | 'javascript'): Readonly<Record<string, string>> {
  const spoken = libraries.filter((each) => (each.dialect.print === 'javascript') === (language === 'javascript'));
  return Object.assign({}, ...spoken.map((each) => each.conventional));
}

function indexOf(of: Library): Index {
  const known = indices.get(of);
  if (known !== undefined) return known;
  const rows = new Map<string, Row>();
  const namespaces = new Set<string>(of.modules);
  for (const row of of.rows) {
    for (const name of [row.name, ...(row.also ?? [])]) {
      rows.set(name, row);
      addPrefixes(name, namespaces);
    }
  }
  const index = { rows, namespaces };
  indices.set(of, index);
  return index;
}

function addPrefixes(name: string, into: Set<string>): void {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const prefix = name.slice(0, dot);
    if (into.has(prefix)) return;
    into.add(prefix);
  }
}

/** The name itself, then what module aliases make of it, at most a few steps. */
function spellings(of: Library, name: string): readonly string[] {
  const names = [name];
  for (let next = 0; next < names.length && names.length < 8; next++) {
    const current = names[next] ?? name;
    for (const [from, to] of of.moduleAliases ?? []) {
      if (current !== from && !current.startsWith(`${from}.`)) continue;
      const renamed = to + current.slice(from.length);
      if (!names.includes(renamed)) names.push(renamed);
    }
  }
  return names;
}

function collectMembers(row: ClassRow): ClassMembers {
  const ancestry = ancestors(row);
  const methods = new Map<string, FunctionRow>();
  const attributes = new Map<string, NonNullable<ClassRow['attributes']>[string]>();
  let call: FunctionRow | undefined;
  for (const each of ancestry) {
    for (const [name, method] of Object.entries(each.methods ?? {})) {
      if (!methods.has(name))
        methods.set(name, { kind: 'function', source: each.source, ...method, name: `${each.name}.${name}` });
    }
    for (const [name, attribute] of Object.entries(each.attributes ?? {})) {
      if (!attributes.has(name)) attributes.set(name, attribute);
    }
    if (each.call !== undefined) call ??= { kind: 'function', source: each.source, ...each.call, name: each.name };
  }
  const protocol = ancestry.find((each) => each.protocol !== undefined)?.protocol;
  return {
    methods,
    attributes,
    ...(call === undefined ? {} : { call }),
    ...(protocol === undefined ? {} : { protocol }),
    ancestry: ancestry.map((each) => each.name),
  };
}

function ancestors(row: ClassRow): readonly ClassRow[] {
  const found: ClassRow[] = [row];
  for (let next = 0; next < found.length && found.length < 32; next++) {
    for (const base of found[next]?.bases ?? []) {
      const parent = lookup(base)?.row;
      if (parent?.kind === 'class' && !found.includes(parent)) found.push(parent);
    }
  }
  return found;
}
