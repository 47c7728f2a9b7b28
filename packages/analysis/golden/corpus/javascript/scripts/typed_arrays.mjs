// float32 rounds at every store.
const logits = Float32Array.from([2, 1, 0.1]);
const exps = new Float32Array(logits.length);
let sum = 0;
for (let i = 0; i < logits.length; i++) {
  exps[i] = Math.exp(logits[i]);
  sum += exps[i];
}
const probabilities = exps.map((e) => e / sum);
const asNumbers = Array.from(probabilities);
const doubled = Array.from(logits, (x) => x * 2);
const total = probabilities.reduce((a, b) => a + b, 0);
const part = exps.slice(1);
const view = new Float64Array(exps);
const labels = Int32Array.of(1, 2.7, -1.5);
const bytes = new Uint8Array([255, 256, 257]);
const copy = [...bytes];
const third = new Float32Array([1 / 3])[0] === 1 / 3;
