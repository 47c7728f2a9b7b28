import type { ArrayInput } from '../ndarray/create/as-array.ts';
import type { Reduction } from './reduction.ts';

/** `weight` multiplies the loss of each element (broadcast). Reduction default 'mean'. */
export interface ElementLossOptions {
  readonly weight?: ArrayInput | undefined;
  readonly reduction?: Reduction | undefined;
}
