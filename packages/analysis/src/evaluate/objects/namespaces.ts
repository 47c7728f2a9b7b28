/**
 * The names of a module as a dict, `models.__dict__`, `vars(models)`, `globals()`, and a module whose name is put together while the
 * program runs. https://docs.python.org/3/library/functions.html#globals, https://docs.python.org/3/library/importlib.html#importlib.import_module
 */
import type { Range } from '@softlens/syntax';
import { loadModule } from '../../resolve/modules.ts';
import { text } from '../../values/make.ts';
import type { Reference, Value } from '../../values/value.ts';
import { readIndex } from '../expressions/indexing.ts';
import { readBound } from '../expressions/names.ts';
import type { Run } from '../run/run.ts';
import { moduleScope, type Scope } from '../run/scope.ts';
import { allocate } from './objects.ts';

export function moduleNames(run: Run, path: string): Reference | undefined {
  const module = loadModule(run, path);
  return module && namesOf(run, module.scope);
}

/** `globals()` where the program stands. */
export function globalNames(run: Run): Reference {
  const scope = moduleScope(run.frame.scope);
  if (scope === run.main?.scope) run.opaque = true;
  return namesOf(run, scope);
}

/** What an unknown name is in a module. */
export function moduleMemberOf(run: Run, path: string, name: Value, node: Range): Value | undefined {
  const names = moduleNames(run, path);
  return names && readIndex(run, names, [name], node);
}

function namesOf(run: Run, scope: Scope): Reference {
  const entries = [...scope.cells.keys()].flatMap((name) => {
    const value = readBound(run, scope, name);
    return value ? [[`s:${name}`, { key: text(name), value }] as const] : [];
  });
  return allocate(run, { kind: 'dict', entries: new Map(entries), open: false, isNamespace: true });
}
