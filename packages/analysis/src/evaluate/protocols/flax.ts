/** Flax linen modules and JAX's function transformations: https://flax.readthedocs.io, https://docs.jax.dev */

import { callBuiltin } from '../../builtins/registry.ts';
import { none } from '../../values/make.ts';
import type { InstanceObject, LibraryFunction, Reference, Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { callMethod } from '../calls/calls.ts';
import { setState, stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';

/** `setup` runs before a module is first used. */
export function setUpFlax(run: Run, self: Reference, state: InstanceObject): void {
  if (state.fields.has('$setup')) return;
  setState(run, self, { ...state, fields: new Map(state.fields).set('$setup', none) });
  callMethod(run, self, 'setup', [], state.class.definition);
}

/** `init` and `apply` of a module; `bind` gives the module itself. */
export function flaxAttribute(self: Reference, name: string): Value | undefined {
  if (name !== 'init' && name !== 'apply' && name !== 'bind') return undefined;
  return { kind: 'method', self, function: { kind: 'builtin', name: name === 'bind' ? 'module.self' : `flax.${name}` } };
}

/** Transformations that keep what a function computes, seen from one call. */
const kept: ReadonlySet<string> = new Set([
  'jax.jit',
  'jax.pmap',
  'jax.checkpoint',
  'jax.remat',
  'flax.linen.jit',
  'flax.linen.remat',
  'flax.nnx.jit',
  'tensorflow.function',
  'torch.compile',
  'torch.jit.script',
  'equinox.filter_jit',
]);

/** Transformations that change it. */
const changed: ReadonlySet<string> = new Set([
  'jax.vmap',
  'jax.grad',
  'jax.value_and_grad',
  'haiku.transform',
  'haiku.without_apply_rng',
]);

export function flaxFunction(run: Run, fn: LibraryFunction, args: Arguments): Value | undefined {
  if (changed.has(fn.row.name)) return callBuiltin(run, fn.row.name, undefined, args);
  if (!kept.has(fn.row.name)) return undefined;
  const [first] = args.positional;
  if (!first) return fn;
  const { value } = first;
  if (
    value.kind === 'function' ||
    value.kind === 'method' ||
    value.kind === 'partial' ||
    value.kind === 'libraryFunction' ||
    value.kind === 'class'
  )
    return value;
  return value.kind === 'reference' && stateOf(run, value) ? value : undefined;
}
