import numpy as np
from scipy.special import softmax
from scipy.optimize import minimize_scalar

logits = np.array([[3.2, 0.1, -1.0], [0.2, 2.9, 0.3], [1.5, 1.4, 0.2], [0.0, 0.5, 2.0],
                   [2.2, 2.0, 0.1], [0.1, 0.2, 0.3], [4.0, -1.0, 0.0], [-0.5, 3.0, 1.0]])
labels = np.array([0, 1, 1, 2, 0, 0, 0, 2])
probs = softmax(logits, axis=1)
conf = probs.max(axis=1)
pred = probs.argmax(axis=1)
correct = pred == labels
n_bins = 5
edges = np.linspace(0, 1, n_bins + 1)
ece = 0.0
bins = []
for lo, hi in zip(edges[:-1], edges[1:]):
    mask = (conf > lo) & (conf <= hi)
    if mask.any():
        bin_acc = correct[mask].mean()
        bin_conf = conf[mask].mean()
        ece += np.abs(bin_acc - bin_conf) * mask.mean()
        bins.append((round(float(lo), 1), int(mask.sum()), float(bin_acc), float(bin_conf)))
mce = max(abs(a - c) for _, _, a, c in bins)
brier = np.mean(np.sum((probs - np.eye(3)[labels]) ** 2, axis=1))
nll = -np.log(probs[np.arange(len(labels)), labels]).mean()


def nll_at(t):
    p = softmax(logits / t, axis=1)
    return -np.mean(np.log(p[np.arange(len(labels)), labels]))


grid = [0.5, 1.0, 1.5, 2.0, 3.0, 5.0]
nlls = {t: nll_at(t) for t in grid}
best_t = min(nlls, key=nlls.get)
cooled = softmax(logits / best_t, axis=1).max(axis=1)
sharper = (cooled < conf).all()
bin_ids = np.digitize(conf, edges[1:-1])
counts = np.bincount(bin_ids, minlength=n_bins)
acc_per_bin = np.array([correct[bin_ids == i].mean() if counts[i] else np.nan for i in range(n_bins)])
missing = np.isnan(acc_per_bin)
adaptive = np.array_split(np.sort(conf), 4)
adaptive_means = [float(part.mean()) for part in adaptive]
gap = conf.mean() - correct.mean()
over = "over" if gap > 0 else "under"
lines = [f"({lo:.1f}, {lo + 0.2:.1f}] n={n} acc={a:.2f} conf={c:.2f}" for lo, n, a, c in bins]
text = "\n".join(lines)
