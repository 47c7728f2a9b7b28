/** Functions and methods that are about gradients: their rows say how they are called, and nothing of what they do. */
import { none } from '../../values/make.ts';
import type { LibraryFunction, Value } from '../../values/value.ts';
import { type Arguments, bindSignature, withFirst } from '../calls/arguments.ts';
import { knownItems } from '../objects/objects.ts';
import { isRemoval, registerLeafHook, removeHook } from '../protocols/hooks.ts';
import { stepOptimizer } from '../protocols/weights.ts';
import { type Run, unknown } from '../run/run.ts';
import { backward, gradientsOf } from './backward.ts';
import { requireGradient, retainGradient } from './leaves.ts';
import { clipGradients } from './optimizers.ts';
import { applyGradients, minimized, tapeMethod } from './tapes.ts';

export function gradientMethod(run: Run, self: Value, fn: LibraryFunction, args: Arguments): Value | undefined {
  const { name, signature } = fn.row;
  const bound = (): ReadonlyMap<string, Value> => bindSignature(run, signature, args).values;
  if (name.startsWith(tape)) return tapeMethod(run, self, name.slice(tape.length), bound(), args.node);
  if (name.startsWith('keras.optimizers.') && name.endsWith('.apply_gradients'))
    return applyGradients(run, self, bound(), args.node);
  if (name.startsWith('keras.optimizers.') && name.endsWith('.minimize')) return minimized(run, bound(), args.node);
  if (isRemoval(name)) {
    removeHook(run, self);
    return none;
  }
  if (/^keras\.(?:Model|Sequential)\.fit$/.test(name)) stepOptimizer(run, undefined);
  if (!methods.has(name)) return undefined;
  const values = bindSignature(run, signature, withFirst(args, self)).values;
  switch (name) {
    case 'torch.Tensor.backward':
      return backward(run, self, passArguments(values), args.node);
    case 'torch.Tensor.requires_grad_': {
      const mode = values.get('_mode');
      return self.kind === 'array' ? requireGradient(run, self, !(mode?.kind === 'bool' && !mode.value)) : undefined;
    }
    case 'torch.Tensor.retain_grad':
      if (self.kind === 'array') retainGradient(run, self);
      return none;
    default: {
      const hook = values.get('_hook');
      const handle = self.kind === 'array' && hook ? registerLeafHook(run, self, hook, args.node) : undefined;
      if (handle) return handle;
      // What a hook makes of the gradient is not followed.
      run.backwards = Number.POSITIVE_INFINITY;
      return unknown(run, 'unread-call', 'register_hook');
    }
  }
}

const tape = 'tensorflow.GradientTape.';
const methods: ReadonlySet<string> = new Set([
  'torch.Tensor.backward',
  'torch.Tensor.requires_grad_',
  'torch.Tensor.retain_grad',
  'torch.Tensor.register_hook',
]);

export function gradientFunction(run: Run, fn: LibraryFunction, args: Arguments): Value | undefined {
  const { name, signature } = fn.row;
  if (name.startsWith('torch.nn.utils.clip_grad_'))
    return clipGradients(run, name, bindSignature(run, signature, args).values, args.node);
  if (name !== 'torch.autograd.grad' && name !== 'torch.autograd.backward') return undefined;
  const { values } = bindSignature(run, signature, args);
  const [outputs, inputs] = [values.get('_outputs'), values.get('_inputs')];
  if (name === 'torch.autograd.grad')
    return outputs && inputs ? gradientsOf(run, outputs, inputs, passArguments(values)) : unknown(run, 'error', name);
  const ends = outputs && (outputs.kind === 'array' ? [outputs] : knownItems(run, outputs));
  for (const end of ends ?? [unknown(run, 'unmodelled', name)]) backward(run, end, passArguments(values), args.node);
  return none;
}

/** By the names that a backward pass knows them. */
const passArguments = (values: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> => {
  const given = new Map<string, Value>();
  for (const [role, value] of values) given.set(role.slice(1), value);
  given.delete('outputs');
  if (values.has('_outputs')) given.delete('inputs');
  return given;
};
