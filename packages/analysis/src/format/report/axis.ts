import type { Explanation } from '../explanation.ts';

/** `dim 1` in PyTorch, `axis 1` elsewhere. */
export function axisText(explanation: Explanation, axis: number): string {
  return `${explanation.library === 'torch' ? 'dim' : 'axis'} ${axis}`;
}
