// Gradient descent on four points.
const xs = [[0, 1], [1, 1], [2, -1], [3, 0.5]];
const ys = [0, 0, 1, 1];
const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const sigmoid = (z) => 1 / (1 + Math.exp(-z));
let w = [0, 0];
let b = 0;
const losses = [];
for (let epoch = 0; epoch < 10; epoch++) {
  const p = xs.map((x) => sigmoid(dot(w, x) + b));
  const loss = -ys.reduce((sum, y, i) => sum + y * Math.log(p[i]) + (1 - y) * Math.log(1 - p[i]), 0) / ys.length;
  losses.push(loss);
  const error = p.map((pi, i) => pi - ys[i]);
  w = w.map((wj, j) => wj - 0.5 * error.reduce((sum, e, i) => sum + e * xs[i][j], 0) / ys.length);
  b -= (0.5 * error.reduce((a, e) => a + e, 0)) / ys.length;
}
const final = [...w, b];
const first = losses[0];
const last = losses.at(-1);
const predictions = xs.map((x) => sigmoid(dot(w, x) + b) > 0.5);
