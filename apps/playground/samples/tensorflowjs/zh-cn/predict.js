// 在浏览器里也一样：TensorFlow.js。
import * as tf from '@tensorflow/tfjs';

const scores = tf.tensor1d([2, 1, 0.1]);
const probabilities = tf.softmax(scores);
const labels = tf.sigmoid(scores);

// 这个损失自己会应用 softmax。
const oneHot = tf.tensor2d([[1, 0, 0]]);
const wrong = tf.losses.softmaxCrossEntropy(oneHot, tf.softmax(tf.tensor2d([[2, 1, 0.1]])));
const right = tf.losses.softmaxCrossEntropy(oneHot, tf.tensor2d([[2, 1, 0.1]]));
