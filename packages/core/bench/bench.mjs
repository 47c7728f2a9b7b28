// Time per element of softmax and sigmoid beside other libraries, all in one run, after a check that the results agree.
//   pnpm bench            every contestant
//   pnpm bench --alone    without the peers, which are installed on first use
import { cpus } from 'node:os';
import { sigmoid, softmaxInto } from '../dist/index.js';
import { loadPeers } from './peers.mjs';
import { plainSigmoid, plainSoftmax } from './plain.mjs';

const ROUNDS = 25;
/** A contestant that has used up its time takes no further part, so that a slow one does not hold up the rest. */
const MILLISECONDS = 4000;
const SHAPES = [
  [1, 1_000_000],
  [1000, 1000],
  [100_000, 10],
];

const peers = process.argv.includes('--alone') ? { missing: ['left out by --alone'] } : await loadPeers();
console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}, best of ${ROUNDS} rounds in turn (fewer after ${MILLISECONDS / 1000} s)`,
);
for (const reason of peers.missing) console.log(`not compared: ${reason}`);
let disagreements = 0;

for (const [rows, columns] of SHAPES) {
  const logits = normals(rows * columns, 3);
  for (const Type of [Float64Array, Float32Array]) {
    const contestants = await softmaxes(Type, Type.from(logits), rows, columns);
    const wide = Type === Float64Array;
    const title = `softmax ${wide ? 'float64' : 'float32'} ${rows} × ${columns}`;
    // Peers that add in float32 lose digits on long rows.
    const tolerance = wide ? 1e-12 : Math.max(1e-5, columns * 1e-9);
    await report(title, contestants, rows * columns, tolerance);
  }
}
await report('sigmoid float64 1000000', sigmoids(normals(1_000_000, 5)), 1_000_000, 1e-14);
process.exitCode = disagreements === 0 ? 0 : 1;

/** Functions that compute the softmax of every row and return the results; ours comes first. */
async function softmaxes(Type, input, rows, columns) {
  const ours = new Type(input.length);
  const plain = new Type(input.length);
  const contestants = {
    '@softlens/core': () => {
      for (let row = 0; row < rows; row++) softmaxInto(ours, input, row * columns, 1, columns);
      return ours;
    },
    'plain three loops': () => {
      for (let row = 0; row < rows; row++) plainSoftmax(plain, input, row * columns, (row + 1) * columns);
      return plain;
    },
  };
  const { tf, transformersSoftmax } = peers;
  if (transformersSoftmax) {
    const theirs = new Type(input.length);
    contestants['@huggingface/transformers'] = () => {
      for (let at = 0; at < input.length; at += columns) theirs.set(transformersSoftmax(input.subarray(at, at + columns)), at);
      return theirs;
    };
  }
  // TensorFlow.js has no float64.
  if (tf && Type === Float32Array) {
    for (const backend of ['cpu', 'wasm']) {
      await tf.setBackend(backend);
      const tensor = tf.tensor2d(input, [rows, columns]);
      const contestant = () => {
        const result = tf.softmax(tensor);
        const values = result.dataSync();
        result.dispose();
        return values;
      };
      contestant.before = () => tf.setBackend(backend);
      contestants[`@tensorflow/tfjs ${backend}`] = contestant;
    }
  }
  return contestants;
}

function sigmoids(input) {
  const over = (f) => {
    const out = new Float64Array(input.length);
    return () => {
      for (let i = 0; i < input.length; i++) out[i] = f(input[i]);
      return out;
    };
  };
  const contestants = { '@softlens/core': over((x) => sigmoid(x)), 'plain 1 / (1 + exp(−x))': over((x) => plainSigmoid(x)) };
  const { expit } = peers;
  if (expit) contestants['@stdlib/math-base-special-expit'] = over((x) => expit(x));
  return contestants;
}

async function report(title, contestants, elements, tolerance) {
  const [ours] = Object.values(contestants);
  const expected = Float64Array.from(ours());
  const rows = {};
  for (const [name, run] of Object.entries(contestants)) {
    await run.before?.();
    const difference = largestDifference(run(), expected);
    if (!(difference <= tolerance)) disagreements++;
    rows[name] = { best: Infinity, spent: 0, difference };
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      if (rows[name].spent > MILLISECONDS) continue;
      await run.before?.();
      const start = performance.now();
      run();
      const time = performance.now() - start;
      rows[name].spent += time;
      rows[name].best = Math.min(rows[name].best, time);
    }
  }
  const best = Object.values(rows)[0].best;
  const shown = Object.entries(rows).map(([name, row]) => [
    name,
    {
      'ns per element': digits((row.best * 1e6) / elements),
      'time / ours': digits(row.best / best),
      'largest relative difference': digits(row.difference),
      agrees: row.difference <= tolerance,
    },
  ]);
  console.log(`\n${title}`);
  console.table(Object.fromEntries(shown));
}

/** Relative to the expected value, for all that is not vanishingly small. */
function largestDifference(results, expected) {
  let largest = results.length === expected.length ? 0 : Number.NaN;
  for (let i = 0; i < expected.length; i++) {
    largest = Math.max(largest, Math.abs(results[i] - expected[i]) / Math.max(expected[i], 1e-30));
  }
  return largest;
}

function normals(count, spread) {
  let state = 42;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const normal = () => spread * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Float64Array.from({ length: count }, normal);
}

function digits(x) {
  return Number(x.toPrecision(3));
}
