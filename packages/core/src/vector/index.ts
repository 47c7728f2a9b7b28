export type { FloatArray } from './float-array.ts';
export { logSoftmaxInto } from './log-softmax-into.ts';
export { logSumExpOf } from './log-sum-exp-of.ts';
export { softmaxInto } from './softmax-into.ts';
