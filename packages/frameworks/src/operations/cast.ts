import type { OperationInfo } from './operation-info.ts';

export const castOperations = {
  cast: { roles: ['x', 'dtype'], does: 'To a dtype.' },
  castLike: { roles: ['x', 'y'], does: 'To the dtype of y.' },
  to: { roles: ['x', 'target', 'dtype'], does: 'Tensor.to: the target is a dtype, a device (no change), or a tensor.' },
  identity: { roles: ['x'], does: 'x: detach, cpu, contiguous, clone, stop_gradient.' },
  item: { roles: ['x', 'index'], does: 'The one element (or that at index) as a Python number.' },
  tolist: { roles: ['x'], does: 'Nested lists of Python numbers; a number for a 0-d array.' },
  isTensor: { roles: ['x'], does: 'Whether it is a tensor of this library, a Python bool.' },
  resultType: { roles: ['x', 'y'], does: 'The dtype of their sum.' },
  promotedType: { roles: ['first', 'second'], does: 'The dtype that holds both dtypes.' },
  canCast: { roles: ['from', 'to'], does: 'Whether a dtype may become another of no lower category.' },
  elementSize: { roles: ['x'], does: 'Bytes of an element.' },
  isFloat: { roles: ['x'], does: 'A Python bool.' },
  copyInto: { roles: ['x', 'y'], does: 'Tensor.copy_, fill_: x becomes y (broadcast).' },
  iinfo: { roles: ['dtype'], does: 'Limits of an integer type: max, min, bits.' },
  effect: { roles: [], does: 'None: the call is made for what it does elsewhere.' },
  finfo: { roles: ['dtype'], does: 'An object with max, min, eps, tiny of a float dtype.' },
} as const satisfies Record<string, OperationInfo>;
