/** Modules of the workspace: found by path, evaluated once on import, and read by name. */
import { libraryOfModule, topLevelModule } from '@softlens/frameworks';
import type { ParsedDocument, Project } from '../api.ts';
import { qualifiedValue, readBound, writeName } from '../evaluate/expressions/names.ts';
import {
  type Asked,
  dependOn,
  type Frame,
  inFrame,
  type LoadedModule,
  note,
  type Resolution,
  type Run,
  type Session,
  unknown,
  withSteps,
} from '../evaluate/run/run.ts';
import { createScope } from '../evaluate/run/scope.ts';
import { writeCell } from '../evaluate/state/heap.ts';
import { executeBlock, hoist } from '../evaluate/statements/statements.ts';
import type { Value } from '../values/value.ts';
import { candidates, packageOf } from './candidates.ts';

/** The path of the document that a module name stands for, or undefined when it is not in view. */
export const resolveModule = (run: Run, from: ParsedDocument, module: string, level: number): string | undefined =>
  resolveIn(run.session, from, module, level).path;

/** Likewise, with the documents that were looked for in vain. */
export function resolveIn(session: Session, from: ParsedDocument, module: string, level: number): Resolution {
  const key = resolutionKey(from.path, module, level);
  const found = session.resolved.get(key) ?? firstCandidate(from, module, level, session.project, session.missing);
  if (from.language === 'python') session.resolved.set(key, found);
  for (const path of found.tried) noteSought(session, from.path, path, false);
  if (found.path !== undefined) noteSought(session, from.path, found.path, true);
  noteAsked(session, from.path, { module, level, path: found.path });
  return found;
}

/** What a module name stood for when the document, or another in its folder, imported it. */
export const resolutionOf = (session: Session, from: string, module: string, level: number): Resolution | undefined =>
  session.resolved.get(resolutionKey(from, module, level));

/** Documents of one folder mean the same by a name. */
const resolutionKey = (from: string, module: string, level: number): string =>
  `${from.slice(0, from.lastIndexOf('/') + 1)} ${level} ${module}`;

function noteAsked({ asked }: Session, document: string, one: Asked): void {
  const known = asked.get(document) ?? new Map<string, Asked>();
  if (known.size === 0) asked.set(document, known);
  known.set(`${one.level} ${one.module}`, one);
}

/** Once a document appears or is gone, what rests on the search for it is out of date. */
export function noteSought({ sought }: Session, document: string, path: string, isThere: boolean): void {
  const paths = sought.get(document) ?? new Map<string, boolean>();
  if (paths.size === 0) sought.set(document, paths);
  paths.set(path, isThere);
}

/** What one document says depends on the text of another. */
export function noteImport({ imports }: Session, document: string, path: string): void {
  const paths = imports.get(document) ?? new Set<string>();
  if (paths.size === 0) imports.set(document, paths);
  paths.add(path);
}

function firstCandidate(from: ParsedDocument, module: string, level: number, project: Project, missing: Set<string>): Resolution {
  const tried: string[] = [];
  for (const path of candidates(from, module, level, project.importRoots)) {
    if (project.exists(path)) return { path, tried };
    tried.push(path);
    if (missing.size < 20_000) missing.add(path);
  }
  return { path: undefined, tried };
}

/** True for a folder of the workspace that is a package without a document of its own. */
export const isLibrary = (module: string): boolean => libraryOfModule(topLevelModule(module)) !== undefined;

/** Fresh modules that one analysis may import, directly or not. */
const maxModules = 600;

/** Evaluates a module's top level, once. A cycle sees what is bound so far, as in Python. */
export function loadModule(run: Run, path: string): LoadedModule | undefined {
  dependOn(run, path);
  const { session } = run;
  const importer = run.frame.document.path;
  noteImport(session, importer, path);
  const known = session.modules.get(path);
  if (known) return known;
  const document = session.project.module(path);
  if (!document) return undefined;
  if (run.imports >= maxModules) {
    note(run, `budget: imports in ${importer}`);
    run.opaque = true;
    return undefined;
  }
  run.imports++;
  const module: LoadedModule = { document, scope: createScope(run, 'module', document), state: 'running' };
  session.modules.set(path, module);
  runModule(run, module);
  return module;
}

/**
 * Python runs a package before its modules, and with it what the package imports. That is done for the sake of registries only, whose
 * entries other modules of the package add: elsewhere a module is read when one of its names is.
 */
export function loadRegistered(run: Run, path: string): void {
  if (run.frame.document.language !== 'python') return;
  const { project, modules } = run.session;
  const init = `${path.slice(0, path.lastIndexOf('/') + 1)}__init__.py`;
  const isThere = project.exists(init);
  noteSought(run.session, run.frame.document.path, init, isThere);
  if (run.dependencies.size > maxRegistered) run.opaque = true;
  if (modules.has(init) || !isThere || run.dependencies.size > maxRegistered) return;
  noteRead(run.session, run.frame.document.path, [path, init]);
  if (keepsRegistry(project.module(path)) || (init !== path && keepsRegistry(project.module(init)))) loadModule(run, init);
}

/** A program of very many documents is not loaded as a whole. */
const maxRegistered = 300;

const registries = new WeakMap<ParsedDocument, boolean>();

function keepsRegistry(document: ParsedDocument | undefined): boolean {
  if (!document) return false;
  const known = registries.get(document) ?? /\bregist(?:ry|er)/i.test(document.text);
  registries.set(document, known);
  return known;
}

/** Of these documents only the text counts, and not what they import. */
export function noteRead({ reads }: Session, document: string, paths: readonly string[]): void {
  const known = reads.get(document) ?? new Set<string>();
  if (known.size === 0) reads.set(document, known);
  for (const path of paths) known.add(path);
}

/** Imports run on the session's base heap, without the conditions of the place that imports. */
function runModule(run: Run, module: LoadedModule): void {
  const { heap, path, nesting, muted, spent, ids, dormant } = run;
  const frame: Frame = moduleFrame(module, run.frame);
  // What a module takes is the session's account, as its result is the session's.
  Object.assign(run, { heap: run.session.base, path: [], nesting: Math.floor(nesting / 2), muted: 0, spent: 0, ids: undefined });
  run.dormant++;
  try {
    withSteps(run, run.budget.importSteps, () =>
      inFrame(run, frame, () => {
        hoist(run, module.document.module.body);
        writeName(run, '__name__', { kind: 'text', value: moduleName(module.document.path) }, 'let');
        executeBlock(run, module.document.module.body);
      }),
    );
    if (run.heap !== run.session.base) flatten(run);
  } catch (error) {
    note(run, `fault: ${module.document.path}: ${error instanceof Error ? error.message : 'unknown'}`);
  } finally {
    Object.assign(run, { heap, path, nesting, muted, spent, ids, dormant });
    module.state = 'done';
  }
}

/** A module that ended on a branch (an `exit` in one of two) leaves its state in the base. */
function flatten(run: Run): void {
  const layers: Run['heap'][] = [];
  for (let layer: Run['heap'] | undefined = run.heap; layer && layer !== run.session.base; layer = layer.parent)
    layers.unshift(layer);
  for (const layer of layers) for (const [key, cell] of layer.writes) writeCell(run.session.base, key, cell);
}

export function moduleFrame(module: LoadedModule, caller: Frame | undefined): Frame {
  return {
    document: module.document,
    scope: module.scope,
    exits: [],
    yields: undefined,
    topLevel: true,
    caller,
    site: undefined,
    depth: caller?.depth ?? 0,
  };
}

/** `a/b/__init__.py` is `a.b`. */
const moduleName = (path: string): string => packageOf(path).join('.');

/** A name of a module: what its top level binds, else a submodule. With `value` the name is bound anew. */
export function moduleMember(run: Run, path: string, name: string, value?: Value): Value {
  const row = value ? undefined : userRow(run, path, name);
  if (row !== undefined) return qualifiedValue(run, row);
  const module = loadModule(run, path);
  if (module && value) {
    run.opaque = true;
    inFrame(run, moduleFrame(module, run.frame), () => writeName(run, name, value, 'let'));
    return value;
  }
  const bound = module && readBound(run, module.scope, name);
  if (bound) return bound;
  const submodule = submodulePath(run, path, name);
  if (submodule !== undefined) return { kind: 'module', path: submodule };
  return unknown(run, module ? 'unread-attribute' : 'unresolved-import', name, `module:${path}.${name}`);
}

/** The qualified name of a row that the configuration has for a module's member, as it is imported from one of the roots. */
function userRow({ session: { project } }: Run, path: string, name: string): string | undefined {
  if (!project.rows?.size) return undefined;
  const roots = ['', ...project.importRoots.map((root) => `${root.replace(/\/$/, '')}/`)].filter((root) => path.startsWith(root));
  return roots.map((root) => `${moduleName(path.slice(root.length))}.${name}`).find((qualified) => project.rows?.has(qualified));
}

function submodulePath(run: Run, path: string, name: string): string | undefined {
  const folder = path.endsWith('__init__.py') ? path.slice(0, -'__init__.py'.length) : path.endsWith('/') ? path : undefined;
  if (folder === undefined) return undefined;
  return [`${folder}${name}.py`, `${folder}${name}/__init__.py`].find((candidate) => {
    const isThere = run.session.project.exists(candidate);
    noteSought(run.session, run.frame.document.path, candidate, isThere);
    return isThere;
  });
}
