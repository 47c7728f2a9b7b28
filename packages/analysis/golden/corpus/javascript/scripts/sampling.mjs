// A small generator of its own, so that every run is the same.
function* lcg(seed) {
  let state = seed;
  while (true) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}
const random = lcg(42);
const draws = Array.from({ length: 4 }, () => random.next().value);
const probabilities = [0.5, 0.3, 0.2];
const cumulative = probabilities.reduce((acc, x) => [...acc, (acc.at(-1) ?? 0) + x], []);
const pick = (u) => cumulative.findIndex((c) => u < c);
const samples = draws.map(pick);
const gumbel = draws.map((u) => -Math.log(-Math.log(u)));
const topK = (p, k) => {
  const kept = p.map((x, i) => ({ x, i })).sort((a, b) => b.x - a.x).slice(0, k);
  const mass = kept.reduce((s, { x }) => s + x, 0);
  return p.map((x, i) => (kept.some((one) => one.i === i) ? x / mass : 0));
};
const filtered = topK(probabilities, 2);
