/** `require` and `module.exports`. https://nodejs.org/api/modules.html */
import type { Call, Statement } from '@softlens/syntax';
import { qualifiedValue, readBound, writeName } from '../evaluate/expressions/names.ts';
import { newDict, stateOf } from '../evaluate/objects/objects.ts';
import { type Run, unknown } from '../evaluate/run/run.ts';
import { moduleScope } from '../evaluate/run/scope.ts';
import { text } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { isLibrary, loadModule, resolveModule } from './modules.ts';

/** What `require('x')` gives; undefined for a name that is computed. */
export function requireValue(run: Run, call: Call): Value | undefined {
  const module = requiredModule(call);
  if (module === undefined) return undefined;
  const path = isLibrary(module) ? undefined : resolveModule(run, run.frame.document, module, 0);
  if (path === undefined) {
    if (isLibrary(module)) return qualifiedValue(run, module);
    return module.startsWith('.')
      ? unknown(run, 'unresolved-import', module, `import:${module}`)
      : { kind: 'libraryName', name: module };
  }
  const loaded = loadModule(run, path);
  const own = loaded && readBound(run, loaded.scope, 'module');
  return (own && exportsOf(run, own)) ?? { kind: 'module', path };
}

/** The module that a statement of the top level requires: `const x = require('./x')`. */
export function requiredBy(statement: Statement): string | undefined {
  const value = statement.kind === 'assign' || statement.kind === 'expression' ? statement.value : undefined;
  return value?.kind === 'call' ? requiredModule(value) : undefined;
}

function requiredModule({ callee, args }: Call): string | undefined {
  const [first] = args;
  if (callee.kind !== 'name' || callee.name !== 'require' || first?.value.kind !== 'string') return undefined;
  return first.value.value;
}

/** `module` and `exports`, which every script has: they are made when one is first read. */
export function moduleObject(run: Run, name: 'module' | 'exports'): Value {
  const { frame } = run;
  const { scope } = frame;
  const exports = newDict(run, []);
  const module = newDict(run, [[text('exports'), exports]]);
  frame.scope = moduleScope(scope);
  writeName(run, 'module', module, 'let');
  writeName(run, 'exports', exports, 'let');
  frame.scope = scope;
  return name === 'module' ? module : exports;
}

function exportsOf(run: Run, module: Value): Value | undefined {
  const state = module.kind === 'reference' ? stateOf(run, module) : undefined;
  return state?.kind === 'dict' ? state.entries.get('s:exports')?.value : undefined;
}
