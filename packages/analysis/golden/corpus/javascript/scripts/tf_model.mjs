import * as tf from '@tensorflow/tfjs';

const hidden = tf.layers.dense({ units: 3, inputShape: [2], activation: 'relu' });
const model = tf.sequential();
model.add(hidden);
const last = tf.layers.dense({ units: 2, activation: 'softmax' });
model.add(last);
model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
hidden.setWeights([tf.tensor2d([[1, -1, 0.5], [0.5, 1, -0.5]]), tf.tensor1d([0, 0.1, 0.2])]);
last.setWeights([tf.tensor2d([[1, 0], [0, 1], [0.5, -0.5]]), tf.tensor1d([0, 0.5])]);
const x = tf.tensor2d([[1, 2], [0.5, -1]]);
const activated = hidden.apply(x);
const out = model.predict(x);
const outShape = out.shape;
const outType = out.dtype;
