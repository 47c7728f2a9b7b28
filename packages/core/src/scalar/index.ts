export { exp } from './exp.ts';
export { log } from './log.ts';
export { logSigmoid } from './log-sigmoid.ts';
export { logit } from './logit.ts';
export { expit, logistic, sigmoid } from './sigmoid.ts';
export { softplus } from './softplus.ts';
