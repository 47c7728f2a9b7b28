export {
  type ArrayHead,
  applySigmoidHead,
  applySoftmaxHead,
  type SigmoidHead,
  type SoftmaxHead,
  sigmoidHeadParameters,
  softmaxHeadParameters,
  toSigmoidHead,
  toSoftmaxHead,
} from './two-class.ts';
