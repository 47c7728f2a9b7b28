export { binaryCrossEntropyGradient, crossEntropyGradient } from './cross-entropy.ts';
export { sigmoidDerivative } from './sigmoid.ts';
export { type SoftmaxGradientOptions, softmaxJacobian, softmaxJacobianProduct } from './softmax.ts';
