import type { Explanation } from '../explanation.ts';

/** `dim 1` in PyTorch, `axis 1` elsewhere. */
export function axisText({ library, space }: Explanation, axis: number): string {
  const torch = library === 'torch' || (library === undefined && space?.origin.at(-1)?.what.startsWith('torch.') === true);
  return `${torch ? 'dim' : 'axis'} ${axis}`;
}
