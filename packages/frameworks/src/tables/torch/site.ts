import type { OperationName } from '../../operations.ts';
import type { FunctionRow } from '../../schema.ts';
import { classesOf, type FunctionExtras, functionsOf } from '../row.ts';

const before = 'https://pytorch.org/docs/stable/generated/';
const torchRow = functionsOf('torch', { before: `${before}torch.`, after: '.html' });
export const torch = (name: string, signature: string, op?: OperationName, extras: FunctionExtras = {}): FunctionRow =>
  torchRow(name, withNumpyNames(signature), op, extras);
const methodRow = functionsOf('torch.Tensor', { before: `${before}torch.Tensor.`, after: '.html' });
/** A method; one whose name ends in an underscore works in place. */
export const method = (name: string, signature: string, op?: OperationName, extras: FunctionExtras = {}): FunctionRow =>
  methodRow(name, withNumpyNames(signature), op, name.endsWith('_') ? { ...extras, inPlace: true } : extras);
export const functional = functionsOf('torch.nn.functional', { before: `${before}torch.nn.functional.`, after: '.html' });
export const special = functionsOf('torch.special', { before: 'https://pytorch.org/docs/stable/special.html' });
export const linalg = functionsOf('torch.linalg', { before: `${before}torch.linalg.`, after: '.html' });
export const nn = classesOf('torch.nn', { before: `${before}torch.nn.`, after: '.html' });

/** Keyword-only arguments of functions that make tensors; what they say about the device is not followed. */
export const creationOptions =
  'dtype=None, layout: _layout=..., device: _device=None, requires_grad: _requires_grad=False, pin_memory: _pin_memory=False';
/** The same plus what only functions of a shape take. */
export const factoryOptions = `out: _out=None, ${creationOptions}, memory_format: _memory_format=None`;

/** `torch.name(input, …)` and `Tensor.name(…)`: the signature is the function's, without `out`. */
export function both(name: string, signature: string, op: OperationName, extras: FunctionExtras = {}): FunctionRow[] {
  return [torch(name, withOut(signature), op, extras), methodOf(name, signature, op, extras)];
}

/** Likewise with the method that works in place (`relu_`), whose result is the tensor. */
export function threefold(name: string, signature: string, op: OperationName, extras: FunctionExtras = {}): FunctionRow[] {
  return [...both(name, signature, op, extras), methodOf(`${name}_`, signature, op, extras)];
}

function methodOf(name: string, signature: string, op: OperationName, extras: FunctionExtras): FunctionRow {
  const { also: _also, ...own } = extras;
  return method(name, signature.replace(/^\((\w+)(: \w+)/, '(self$2'), op, own);
}

function withOut(signature: string): string {
  return `${signature.slice(0, -1)}${/\*/.test(signature) ? '' : ', *'}, out: _out=None)`;
}

/** `torch.…` and methods, unlike `torch.nn.functional`, also take NumPy's `axis` and `keepdims` for `dim` and `keepdim`. */
function withNumpyNames(signature: string): string {
  const names = [
    ...(signature.includes('dim: axis') ? ['axis: axis=...'] : []),
    ...(signature.includes('keepdim: keepdims') ? ['keepdims: keepdims=...'] : []),
  ];
  if (names.length === 0) return signature;
  return `${signature.slice(0, -1)}${signature.includes('*') ? '' : ', *'}, ${names.join(', ')})`;
}
