export { type DivergenceOptions, jensenShannon, relativeEntropy } from './divergence.ts';
export { type EntropyOptions, entropy, entropyOfLogits } from './entropy.ts';
export { type MarginOptions, margin, topOdds } from './margin.ts';
export { perplexity, perplexityOfLoss } from './perplexity.ts';
