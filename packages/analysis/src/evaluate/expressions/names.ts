/** Reading and writing variables. */
import {
  conventionalAliases,
  conventionalAliasesOfJavaScript,
  isNamespace,
  libraryOfModule,
  lookup,
  topLevelModule,
} from '@softlens/frameworks';
import { builtinNamed, builtinQualified } from '../../builtins/registry.ts';
import { float, fromLiteral, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { isPython, type Run, unknown } from '../run/run.ts';
import { cellIn, functionScope, type Scope } from '../run/scope.ts';
import { narrow } from '../state/alternatives.ts';
import { type Cell, readCell, writeCell } from '../state/heap.ts';
import { isHeapObject } from './equality.ts';

export function readName(run: Run, name: string): Value {
  const bound = readBound(run, run.frame.scope, name);
  if (bound) return narrow(run, bound);
  return (
    starred(run, name) ??
    builtinNamed(run, name) ??
    conventional(run, name) ??
    unknown(run, 'undefined-name', name, `name:${name}`)
  );
}

/** A name that `from math import *` may have brought. */
function starred(run: Run, name: string): Value | undefined {
  for (let scope: Scope | undefined = run.frame.scope; scope; scope = scope.parent) {
    for (const module of starsOf(run, scope)) {
      const value =
        builtinQualified(`${module}.${name}`) ??
        (lookup(`${module}.${name}`) ? qualifiedValue(run, `${module}.${name}`) : undefined);
      if (value) return value;
    }
  }
  return undefined;
}

const starsKey = 'stars';

/** The program's own are in its heap, where it is noted who reads them. */
function starsOf(run: Run, scope: Scope): readonly string[] {
  if (scope !== run.main?.scope) return scope.stars ?? [];
  const cell = readCell(run.heap, starsKey);
  return cell?.kind === 'text' ? cell.value.split(' ') : [];
}

export function addStar(run: Run, scope: Scope, module: string): void {
  const stars = [...starsOf(run, scope), module];
  if (scope === run.main?.scope) writeCell(run.heap, starsKey, text(stars.join(' ')));
  else scope.stars = stars;
}

/** The value a name is bound to in a scope or those around it. Class scopes are not seen from the functions within. */
export function readBound(run: Run, from: Scope, name: string): Value | undefined {
  let scope: Scope | undefined = from.declared?.get(name) ?? from;
  let first = true;
  for (; scope; scope = scope.parent) {
    if (scope.kind === 'class' && !first) continue;
    first = false;
    const cell = cellOf(run, scope, name);
    if (cell === undefined) continue;
    const value = asValue(readCell(run.heap, cell));
    if (value) return value;
  }
  return undefined;
}

/** That the program itself does not bind a name is noted too: its cell is there, and empty. */
const cellOf = (run: Run, scope: Scope, name: string): number | undefined =>
  scope === run.main?.scope ? cellIn(run, scope, name) : scope.cells.get(name);

const asValue = (cell: Cell | undefined): Value | undefined => (cell && !isHeapObject(cell) ? cell : undefined);

/** Binds a name where the language says: Python in the running function, JavaScript where it was declared. */
export function writeName(run: Run, name: string, value: Value, declaration?: 'const' | 'let' | 'var'): void {
  writeCell(run.heap, cellIn(run, owner(run, name, declaration), name), value);
}

/** Writes a name where it is bound already, in whatever scope; false when it is bound nowhere. */
export function rewriteName(run: Run, name: string, value: Value): boolean {
  const { scope: from } = run.frame;
  for (let scope: Scope | undefined = from.declared?.get(name) ?? from; scope; scope = scope.parent) {
    if (scope.kind === 'class' && scope !== from) continue;
    const cell = cellOf(run, scope, name);
    if (cell === undefined || !readCell(run.heap, cell)) continue;
    writeCell(run.heap, cell, value);
    return true;
  }
  return false;
}

export function deleteName(run: Run, name: string): void {
  const scope = owner(run, name);
  const cell = cellOf(run, scope, name);
  if (cell !== undefined) writeCell(run.heap, cell, undefined);
}

function owner(run: Run, name: string, declaration?: 'const' | 'let' | 'var'): Scope {
  const { scope } = run.frame;
  const declared = scope.declared?.get(name);
  if (declared) return declared;
  if (isPython(run)) return functionScope(scope);
  if (declaration === 'var') return functionScope(scope);
  if (declaration) return scope;
  for (let outer: Scope | undefined = scope; outer; outer = outer.parent) if (outer.cells.has(name)) return outer;
  return functionScope(scope);
}

/** `np`, `F`, `softmax` without an import in sight: taken at their word, and marked so. */
function conventional(run: Run, name: string): Value | undefined {
  const aliases = isPython(run) ? conventionalAliases : conventionalAliasesOfJavaScript;
  if (name === 'math' && isPython(run)) return { kind: 'libraryName', name, assumed: true };
  const qualified = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
  if (qualified === undefined) return undefined;
  const value = qualifiedValue(run, qualified);
  return value.kind === 'libraryFunction' || value.kind === 'libraryClass' || (value.kind === 'libraryName' && value.library)
    ? { ...value, assumed: true }
    : undefined;
}

/** What a qualified library name stands for: `torch.nn.functional.softmax`, `torch.float32`, `torch.nn`. */
export function qualifiedValue(run: Run, qualified: string, assumed = false): Value {
  const found = run.session.project.rows?.get(qualified) ?? lookup(qualified);
  const mark = assumed ? { assumed: true as const } : {};
  if (found) {
    const { row, library } = found;
    if (row.kind === 'function') return { kind: 'libraryFunction', row, library: library.name, ...mark };
    if (row.kind === 'class') return { kind: 'libraryClass', row, library: library.name, ...mark };
    if ('literal' in row.value) return fromLiteral(row.value.literal);
    if ('dtype' in row.value) {
      const dtype = row.value.dtype;
      return isDType(dtype) ? { kind: 'dtype', library: library.name, dtype } : unknown(run, 'unmodelled', qualified);
    }
    const number = row.value.float;
    return float(
      number === 'inf'
        ? Number.POSITIVE_INFINITY
        : number === '-inf'
          ? Number.NEGATIVE_INFINITY
          : number === 'nan'
            ? Number.NaN
            : number,
    );
  }
  const owner = libraryOfModule(topLevelModule(qualified));
  if (owner && isNamespace(qualified)) return { kind: 'libraryName', name: qualified, library: owner.name, ...mark };
  return { kind: 'libraryName', name: qualified, ...(owner ? { library: owner.name } : {}), ...mark };
}

const dtypes = ['bool', 'uint8', 'int8', 'int16', 'int32', 'int64', 'float16', 'bfloat16', 'float32', 'float64'] as const;
type Known = (typeof dtypes)[number];
const isDType = (name: string): name is Known => dtypes.some((dtype) => dtype === name);
