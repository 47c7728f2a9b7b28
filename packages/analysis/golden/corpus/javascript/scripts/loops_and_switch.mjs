const data = [
  { features: [1, 2], label: 'cat' },
  { features: [0.5, -1], label: 'dog' },
  { features: [3, 0], label: 'cat' },
];
const weights = { cat: [0.5, -0.2], dog: [-0.3, 0.8] };
const scores = [];
for (const { features } of data) {
  const row = {};
  for (const name in weights) {
    row[name] = 0;
    for (let i = 0; i < features.length; i++) row[name] += features[i] * weights[name][i];
  }
  scores.push(row);
}
const predicted = scores.map((row) => Object.entries(row).reduce((a, b) => (b[1] > a[1] ? b : a))[0]);
let right = 0;
let i = data.length;
while (i-- > 0) if (data[i].label === predicted[i]) right++;
const accuracy = right / data.length;
const confusion = new Map();
data.forEach(({ label }, k) => {
  const key = `${label}/${predicted[k]}`;
  confusion.set(key, (confusion.get(key) ?? 0) + 1);
});
const counted = Object.fromEntries(confusion);
function grade(x) {
  switch (true) {
    case x > 0.9:
      return 'excellent';
    case x > 0.5:
      return 'fair';
    default:
      return 'poor';
  }
}
const verdict = grade(accuracy);
const table = Array.from({ length: 3 }, (_, r) => Array.from({ length: 3 }, (_, c) => (r === c ? 1 : 0)));
const trace = table.reduce((sum, row, r) => sum + row[r], 0);
outer: for (const row of table) {
  for (const x of row) if (x === 1) break outer;
}
const report = `accuracy ${(100 * accuracy).toFixed(1)} % (${verdict})`;
