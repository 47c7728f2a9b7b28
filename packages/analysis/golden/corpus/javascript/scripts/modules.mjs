import accuracy, { Counter, mean as average, settings, variance } from './metrics_lib.mjs';
import * as lib from './metrics_lib.mjs';

const { threshold, names: [no, yes] } = settings;
const scores = [0.2, 0.7, 0.55, 0.4];
const predicted = scores.map((p) => (p > threshold ? yes : no));
const result = accuracy(predicted, ['no', 'yes', 'no', 'no']);
const spread = Math.sqrt(variance(scores));
const same = lib.mean(scores) === average(scores);
const counts = predicted.reduce((counter, name) => counter.add(name), new Counter()).counts;
const standard = scores.map((x) => (x - average(scores)) / spread);
