import numpy as np

y = np.array([1, 1, 0, 1, 0, 0])
s = np.array([0.95, 0.8, 0.7, 0.6, 0.3, 0.1])


def rates(threshold):
    pred = s >= threshold
    tpr = np.sum(pred & (y == 1)) / np.sum(y == 1)
    fpr = np.sum(pred & (y == 0)) / np.sum(y == 0)
    return fpr, tpr


points = [rates(t) for t in np.r_[np.inf, np.sort(s)[::-1]]]
fpr, tpr = map(np.array, zip(*points))
auc = np.trapz(tpr, fpr)
youden = tpr - fpr
best = np.argmax(youden)
best_threshold = np.r_[np.inf, np.sort(s)[::-1]][best]
rank = np.empty_like(s)
rank[s.argsort()] = np.arange(1, len(s) + 1)
u = (rank[y == 1].sum() - 3 * 4 / 2) / (3 * 3)
precision = [np.mean(y[s >= t]) for t in np.sort(s)]
pr = list(zip(precision, [rates(t)[1] for t in np.sort(s)]))
eer = min(abs(f - (1 - t)) for f, t in points)
lift = y[np.argsort(-s)][:2].mean() / y.mean()
