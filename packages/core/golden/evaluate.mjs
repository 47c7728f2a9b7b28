// Evaluates one function of the built package on float64 values from standard input, for campaign.py.
// Scalar functions: one value in, one value out. Vector functions: [length, temperature, values…] repeated.
import { readFileSync, writeFileSync } from 'node:fs';
import * as core from '../dist/index.js';

const name = process.argv[2] ?? '';
const scalars = ['sigmoid', 'logSigmoid', 'softplus', 'logit'];
const bytes = readFileSync(0);
const input = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));

const results = scalars.includes(name) ? input.map((x) => core[name](x)) : Float64Array.from(vectors(input, name));
writeFileSync(1, new Uint8Array(results.buffer));

function* vectors(input, name) {
  for (let at = 0; at < input.length; at += 2 + input[at]) {
    const vector = input.subarray(at + 2, at + 2 + input[at]);
    const result = name === 'logSumExp' ? core.logSumExp(vector) : core[name](vector, { temperature: input[at + 1] });
    if (typeof result === 'number') yield result;
    else yield* result;
  }
}
