export type { FloatArray } from './float-array.ts';
export { hardmax } from './hardmax.ts';
export { logSoftmaxInto } from './log-softmax-into.ts';
export { logSumExpOf } from './log-sum-exp-of.ts';
export { type SoftmaxOptions, softmax } from './softmax.ts';
export { softmaxInto } from './softmax-into.ts';
export { softmin } from './softmin.ts';
