import * as tf from '@tensorflow/tfjs';

const logits = tf.tensor2d([[2, 1, 0.1], [0, 3, 1]]);
const probs = tf.softmax(logits);
const byHand = tf.tidy(() => {
  const e = logits.sub(logits.max(-1, true)).exp();
  return e.div(e.sum(-1, true));
});
const classes = probs.argMax(-1);
const sums = probs.sum(1);
const labels = tf.oneHot(tf.tensor1d([0, 1], 'int32'), 3);
const loss = tf.losses.softmaxCrossEntropy(labels, logits);
const each = labels.mul(tf.logSoftmax(logits)).sum(-1).neg();
const mean = each.mean();
const { shape } = probs;
const [row] = probs.arraySync();
const sigmoid = logits.sigmoid();
const bce = tf.losses.sigmoidCrossEntropy(labels, logits);
const hot = tf.softmax(logits.mul(10));
const cold = logits.div(tf.scalar(10)).softmax();
