export {
  type BinaryCrossEntropyOptions,
  type BinaryCrossEntropyWithLogitsOptions,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  type ElementLossOptions,
} from './binary-cross-entropy.ts';
export type { ClassTargetOptions } from './class-target.ts';
export { type CrossEntropyOptions, crossEntropy, negativeLogLikelihood } from './cross-entropy.ts';
export { type FocalLossOptions, focalLoss, type SigmoidFocalLossOptions, sigmoidFocalLoss } from './focal-loss.ts';
export { type KlDivergenceOptions, klDivergence } from './kl-divergence.ts';
export type { Reduction } from './reduction.ts';
