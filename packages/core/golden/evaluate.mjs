// Evaluates one function of the built package on float64 values from standard input, for campaign.py.
// Scalar functions: one value in, one value out. Vector functions: [length, temperature, values…] repeated.
import { readFileSync, writeFileSync } from 'node:fs';
import { logit, logSigmoid, logSoftmax, logSumExp, sigmoid, softmax, softplus } from '../dist/index.js';

const name = process.argv[2] ?? '';
const scalar = { sigmoid, logSigmoid, softplus, logit }[name];
const vector = { softmax, logSoftmax, logSumExp: (z) => [logSumExp(z)] }[name];
const bytes = readFileSync(0);
const input = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));

const results = scalar ? input.map((x) => scalar(x)) : Float64Array.from(vectors());
writeFileSync(1, new Uint8Array(results.buffer));

function* vectors() {
  for (let at = 0; at < input.length; at += 2 + input[at]) {
    yield* vector(input.subarray(at + 2, at + 2 + input[at]), { temperature: input[at + 1] });
  }
}
