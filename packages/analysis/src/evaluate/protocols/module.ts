/** torch.nn.Module: https://pytorch.org/docs/stable/generated/torch.nn.Module.html */
import type { Reference, Value } from '../../values/value.ts';
import { trainingValue } from '../statements/conditions.ts';

/** Methods that give the module itself back. */
const fluent: ReadonlySet<string> = new Set([
  'to',
  'cuda',
  'cpu',
  'half',
  'float',
  'double',
  'bfloat16',
  'share_memory',
  'type',
  'xpu',
  'compile',
  'freeze',
  'unfreeze',
]);

const plain: ReadonlySet<string> = new Set([
  'register_buffer',
  'register_parameter',
  'add_module',
  'register_module',
  'eval',
  'train',
  'state_dict',
  'load_state_dict',
  'parameters',
  'named_parameters',
  'buffers',
  'named_buffers',
  'children',
  'named_children',
  'modules',
  'named_modules',
  'get_submodule',
  'requires_grad_',
  'apply',
  'register_forward_hook',
  'register_forward_pre_hook',
  'zero_grad',
  'log',
  'log_dict',
  'save_hyperparameters',
  'manual_backward',
  'print',
  'toggle_optimizer',
  'untoggle_optimizer',
]);

export function moduleMember(protocol: string | undefined, self: Reference, name: string): Value | undefined {
  if (protocol !== undefined && !modular.has(protocol)) return undefined;
  if (name === 'training') return trainingValue;
  if (fluent.has(name)) return { kind: 'method', self, function: { kind: 'builtin', name: 'module.self' } };
  if (plain.has(name)) return { kind: 'method', self, function: { kind: 'builtin', name: `module.${name}` } };
  return undefined;
}

const modular: ReadonlySet<string> = new Set([
  'module',
  'lightning',
  'sequential',
  'moduleList',
  'moduleDict',
  'wrapper',
  'huggingface',
  'headed',
]);
