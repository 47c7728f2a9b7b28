export { type EntropyOptions, entropy } from './entropy.ts';
export { entropyOfLogits } from './entropy-of-logits.ts';
export type { MarginOptions } from './gap.ts';
export { jensenShannon } from './jensen-shannon.ts';
export { margin } from './margin.ts';
export { perplexity } from './perplexity.ts';
export { perplexityOfLoss } from './perplexity-of-loss.ts';
export { type DivergenceOptions, relativeEntropy } from './relative-entropy.ts';
export { topOdds } from './top-odds.ts';
