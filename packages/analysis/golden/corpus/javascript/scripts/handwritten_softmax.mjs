// A softmax as every tutorial writes it, naive and stable.
const logits = [2.0, 1.0, 0.1];
const exps = logits.map(Math.exp);
const total = exps.reduce((a, b) => a + b, 0);
const naive = exps.map((e) => e / total);

function softmax(z, temperature = 1) {
  const scaled = z.map((x) => x / temperature);
  const max = Math.max(...scaled);
  const shifted = scaled.map((x) => Math.exp(x - max));
  let sum = 0;
  for (const x of shifted) sum += x;
  return shifted.map((x) => x / sum);
}

const stable = softmax(logits);
const cold = softmax(logits, 0.5);
const [top, ...others] = softmax([1000, 999, 998]);
const sweep = [0.1, 0.5, 1, 2, 10].map((t) => softmax(logits, t)[0]);
const overflow = [1000, 1].map(Math.exp).map((e, _, all) => e / all.reduce((a, b) => a + b));
const checks = { sums: stable.reduce((a, b) => a + b), same: naive.every((p, i) => Math.abs(p - stable[i]) < 1e-12) };
