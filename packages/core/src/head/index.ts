export { applySigmoidHead } from './apply-sigmoid-head.ts';
export { applySoftmaxHead } from './apply-softmax-head.ts';
export type { ArrayHead, SigmoidHead, SoftmaxHead } from './head.ts';
export { sigmoidHeadParameters } from './sigmoid-head-parameters.ts';
export { softmaxHeadParameters } from './softmax-head-parameters.ts';
export { toSigmoidHead } from './to-sigmoid-head.ts';
export { toSoftmaxHead } from './to-softmax-head.ts';
