/** Import and export statements. */
import type { Export, Import, ImportedName, Statement } from '@softlens/syntax';
import { builtinQualified } from '../builtins/registry.ts';
import { evaluate } from '../evaluate/expressions/expressions.ts';
import { addStar, qualifiedValue, readBound, writeName } from '../evaluate/expressions/names.ts';
import { knownItems } from '../evaluate/objects/objects.ts';
import { afterUnseen, isQuiet } from '../evaluate/random/effects.ts';
import { record } from '../evaluate/run/facts.ts';
import { type Run, unknown } from '../evaluate/run/run.ts';
import { moduleScope } from '../evaluate/run/scope.ts';
import type { Value } from '../values/value.ts';
import { isLibrary, loadModule, loadRegistered, moduleMember, resolveModule } from './modules.ts';

export function importStatement(run: Run, statement: Import): void {
  if (run.recorder && !drawsNothingWhenImported(statement)) afterUnseen(run);
  if (statement.wholeModule && run.frame.document.language === 'python') importWhole(run, statement);
  else importNames(run, statement);
}

/** Modules that are not of the program or near it: those draw and seed as they like. */
const drawsNothingWhenImported = ({ module, level }: Import): boolean => level === 0 && (isLibrary(module) || isQuiet(module));

/** `import a.b` binds `a`; `import a.b as c` and `import * as c` bind the module itself. */
function importWhole(run: Run, statement: Import): void {
  const name = statement.alias ?? statement.module.split('.')[0] ?? statement.module;
  const target = statement.alias === undefined ? name : statement.module;
  bind(run, name, statement, moduleValue(run, target, statement.level));
}

/** What a whole module's name stands for. */
export function moduleValue(run: Run, module: string, level: number): Value {
  const path = resolveModule(run, run.frame.document, module, level);
  if (path !== undefined && !(level === 0 && isLibrary(module))) {
    loadRegistered(run, path);
    return { kind: 'module', path };
  }
  if (level > 0) return unknown(run, 'unresolved-import', module, `import:${'.'.repeat(level)}${module}`);
  if (isLibrary(module)) return qualifiedValue(run, module);
  return { kind: 'libraryName', name: module };
}

function importNames(run: Run, statement: Import): void {
  const { module, level, names } = statement;
  const library = level === 0 && isLibrary(module);
  const path = library ? undefined : resolveModule(run, run.frame.document, module, level);
  if (path !== undefined) loadRegistered(run, path);
  if (names.length === 0) {
    if (statement.alias !== undefined)
      bind(run, statement.alias, statement, path === undefined ? moduleValue(run, module, level) : { kind: 'module', path });
    else if (path !== undefined) loadModule(run, path);
    return;
  }
  for (const name of names) {
    if (name.name === '*') importAll(run, path, module);
    else bind(run, name.alias ?? name.name, name, importedValue(run, statement, name, path, library));
  }
}

function importedValue(run: Run, statement: Import, { name }: ImportedName, path: string | undefined, library: boolean): Value {
  const { module, level } = statement;
  if (level === 0 && run.session.project.rows?.has(`${module}.${name}`)) return qualifiedValue(run, `${module}.${name}`);
  if (path !== undefined) return moduleMember(run, path, name);
  const javascript = run.frame.document.language !== 'python';
  if (library) {
    const value = qualifiedValue(run, javascript && name === 'default' ? module : `${module}.${name}`);
    return (value.kind === 'libraryName' ? builtinQualified(value.name) : undefined) ?? value;
  }
  const submodule = resolveModule(run, run.frame.document, module === '' ? name : `${module}.${name}`, level);
  if (submodule !== undefined && !javascript) return { kind: 'module', path: submodule };
  if (level > 0 || module.startsWith('.'))
    return unknown(run, 'unresolved-import', name, `import:${'.'.repeat(level)}${module}.${name}`);
  return builtinQualified(`${module}.${name}`) ?? { kind: 'libraryName', name: `${module}.${name}` };
}

/** `from x import *`: what `__all__` names, else everything without a leading underscore. */
function importAll(run: Run, path: string | undefined, module: string): void {
  if (path === undefined) {
    importAllOfLibrary(run, module);
    return;
  }
  const loaded = loadModule(run, path);
  if (!loaded) return;
  const all = readBound(run, loaded.scope, '__all__');
  const listed = all && knownItems(run, all)?.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
  for (const name of listed ?? loaded.scope.cells.keys()) {
    if (!listed && name.startsWith('_')) continue;
    const value = readBound(run, loaded.scope, name) ?? moduleMember(run, path, name);
    writeName(run, name, value, 'let');
  }
}

/** `from torch.nn import *`: the names are looked up when they are read. */
function importAllOfLibrary(run: Run, module: string): void {
  addStar(run, run.frame.scope, module);
}

function bind(run: Run, name: string, node: Import | ImportedName, value: Value): void {
  writeName(run, name, value, 'let');
  record(run, node, 'binding', value, { name });
}

/** `export` adds nothing to the top level's names but the default and names taken from elsewhere. */
export function exportStatement(run: Run, statement: Export, execute: (inner: Statement) => boolean): boolean {
  if (statement.declaration) {
    const goesOn = execute(statement.declaration);
    for (const { name, alias } of statement.names) {
      const value = alias === undefined || alias === name ? undefined : readBound(run, run.frame.scope, name);
      if (value && alias !== undefined) bindExport(run, alias, value);
    }
    return goesOn;
  }
  if (statement.default) bindExport(run, 'default', evaluate(run, statement.default));
  const path = statement.module === undefined ? undefined : resolveModule(run, run.frame.document, statement.module, 0);
  for (const { name, alias } of statement.names) {
    if (statement.module === undefined) {
      const value = readBound(run, run.frame.scope, name);
      if (value && alias !== undefined && alias !== name) bindExport(run, alias, value);
    } else if (name === '*') importAll(run, path, statement.module);
    else
      bindExport(
        run,
        alias ?? name,
        path === undefined ? qualifiedValue(run, `${statement.module}.${name}`) : moduleMember(run, path, name),
      );
  }
  return true;
}

function bindExport(run: Run, name: string, value: Value): void {
  const { frame } = run;
  const { scope } = frame;
  frame.scope = moduleScope(scope);
  writeName(run, name, value, 'let');
  frame.scope = scope;
}
