import { crossEntropy, logSoftmax, softmax } from '@softlens/core';

const logits = [[2, 1, 0.1], [0.5, 2.5, 0]];
const labels = [0, 1];
const byHand = labels.map((y, i) => -logSoftmax(logits[i])[y]);
const mean = byHand.reduce((a, b) => a + b) / byHand.length;
const sum = crossEntropy(logits, labels, { reduction: 'sum' });
const smooth = crossEntropy(logits, labels, { labelSmoothing: 0.1, reduction: 'sum' });
const probabilities = logits.map((row) => softmax(row));
const warm = logits.map((row) => softmax(row, { temperature: 2 }));
const options = { temperature: 0.5 };
const cold = softmax(logits[0], options);
const spread = softmax(logits[0], { ...options, temperature: 4 });
const gradient = probabilities.map((p, i) => p.map((x, k) => (x - (k === labels[i] ? 1 : 0)) / labels.length));
const wrong = -Math.log(softmax(softmax(logits[0]))[0]);
