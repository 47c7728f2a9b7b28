/**
 * Remembers the results of calls that depend on nothing but their arguments, and change nothing. Exponential recursion and
 * helpers that are called from many places are evaluated once per argument abstraction.
 */
import type { Expression } from '@softlens/syntax';
import type { UserFunction, Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { constantKey } from '../expressions/equality.ts';
import type { Run } from './run.ts';
import { readNoted, writeNoted } from './unit.ts';

export function memoised(run: Run, fn: UserFunction, args: Arguments, compute: () => Value): Value {
  const key = keyOf(run, fn, args);
  if (key === undefined) return compute();
  const known = readNoted(run.memo, run.unit?.memo, key);
  if (known) return known;
  const value = compute();
  if (isPure(fn) && value.kind !== 'reference' && value.kind !== 'unknown' && value.kind !== 'alternatives')
    writeNoted(run.memo, run.unit?.memo, key, value);
  return value;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(definition: object): number {
  const known = numbers.get(definition) ?? ++lastNumber;
  numbers.set(definition, known);
  return known;
}

/** Only constants make a key; objects could have changed since. */
function keyOf(run: Run, fn: UserFunction, args: Arguments): string | undefined {
  if (args.open || args.keywords.size > 0 || run.path.length > 0 || args.positional.length > 4 || !isPure(fn)) return undefined;
  let key = `${numberOf(fn.definition)},${fn.scope}`;
  for (const { value } of args.positional) {
    if (value.kind !== 'int' && value.kind !== 'float' && value.kind !== 'text' && value.kind !== 'bool' && value.kind !== 'none')
      return undefined;
    const one = constantKey(value);
    if (one === undefined || run.assumed.has(value)) return undefined;
    key += `,${value.kind}${one}`;
  }
  return key;
}

const purity = new WeakMap<object, boolean>();

/** A function whose text only computes with its parameters, itself and numbers: no attribute, no assignment beyond names. */
function isPure(fn: UserFunction): boolean {
  const known = purity.get(fn.definition);
  if (known !== undefined) return known;
  const names = new Set<string>(fn.definition.params.flatMap((p) => (p.target.kind === 'name' ? [p.target.name] : [])));
  if (fn.definition.kind === 'function') names.add(fn.definition.name);
  // Under a decorator its name may stand for something else.
  const pure =
    fn.definition.kind === 'function' && fn.definition.decorators.every(isCache) && onlyComputes(fn.definition.body, names, 400);
  purity.set(fn.definition, pure);
  return pure;
}

/** `@lru_cache(maxsize=None)`, `@functools.cache`. */
function isCache(decorator: Expression): boolean {
  const callee = decorator.kind === 'call' ? decorator.callee : decorator;
  const name = callee.kind === 'name' || callee.kind === 'attribute' ? callee.name : undefined;
  return name === 'cache' || name === 'lru_cache';
}

const allowed = new Set([
  'number',
  'string',
  'constant',
  'name',
  'unary',
  'binary',
  'compare',
  'logical',
  'conditional',
  'return',
  'if',
  'call',
  'positional',
  'expression',
  'pass',
]);

function onlyComputes(tree: unknown, names: ReadonlySet<string>, limit: number): boolean {
  const queue: unknown[] = [tree];
  for (let i = 0; i < queue.length; i++) {
    if (i > limit) return false;
    const node = queue[i];
    if (Array.isArray(node)) queue.push(...node);
    else if (typeof node === 'object' && node !== null) {
      const { kind, name } = node as { kind?: unknown; name?: unknown };
      if (typeof kind === 'string' && !allowed.has(kind)) return false;
      if (kind === 'name' && typeof name === 'string' && !names.has(name)) return false;
      queue.push(...Object.values(node));
    }
  }
  return true;
}
