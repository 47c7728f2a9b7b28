import type { Explanation } from '@softlens/analysis/format';

/** `dim 1` in PyTorch, `axis 1` elsewhere. */
export function axisText(explanation: Explanation, axis: number): string {
  return `${explanation.library === 'torch' ? 'dim' : 'axis'} ${axis}`;
}
