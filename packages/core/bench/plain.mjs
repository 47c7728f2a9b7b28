// What people write by hand.

/** The usual three loops over one row. */
export function plainSoftmax(out, input, start, end) {
  let max = -Infinity;
  for (let i = start; i < end; i++) if (input[i] > max) max = input[i];
  let sum = 0;
  for (let i = start; i < end; i++) {
    out[i] = Math.exp(input[i] - max);
    sum += out[i];
  }
  for (let i = start; i < end; i++) out[i] /= sum;
}

export const plainSigmoid = (x) => 1 / (1 + Math.exp(-x));
