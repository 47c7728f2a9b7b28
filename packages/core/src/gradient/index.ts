export { binaryCrossEntropyGradient } from './binary-cross-entropy.ts';
export { crossEntropyGradient } from './cross-entropy.ts';
export { sigmoidDerivative } from './sigmoid.ts';
export { softmaxJacobian } from './softmax-jacobian.ts';
export { type SoftmaxGradientOptions, softmaxJacobianProduct } from './softmax-jacobian-product.ts';
