import type { Shape } from '../values/dim.ts';

/** `[N, 10]`; `[]` for a scalar array; `[…]` where not even the rank is known. */
export function formatShape(shape: Shape | undefined): string {
  return shape === undefined ? '[…]' : `[${shape.join(', ')}]`;
}
