import numpy as np

y = np.array([0, 0, 1, 1, 0, 1, 0, 1])
s = np.array([0.1, 0.4, 0.35, 0.8, 0.2, 0.9, 0.6, 0.7])
order = np.argsort(-s)
ys = y[order]
tps = np.cumsum(ys)
fps = np.cumsum(1 - ys)
tpr = np.r_[0, tps / tps[-1]]
fpr = np.r_[0, fps / fps[-1]]
auc = np.trapz(tpr, fpr)
pos = s[y == 1]
neg = s[y == 0]
wins = (pos[:, None] > neg[None, :]).mean()
ties = (pos[:, None] == neg).sum()
youden = tpr - fpr
best_i = youden.argmax()
best_threshold = s[order][best_i - 1]
precision = tps / np.arange(1, len(y) + 1)
ap = (precision * ys).sum() / ys.sum()
thresholds = np.linspace(0, 1, 5)
counts = [(int(((s >= t) & (y == 1)).sum()), int(((s >= t) & (y == 0)).sum())) for t in thresholds]
brier = np.mean((s - y) ** 2)
eps = 1e-15
clipped = np.clip(s, eps, 1 - eps)
ll = -np.mean(y * np.log(clipped) + (1 - y) * np.log(1 - clipped))
gini = 2 * auc - 1
rank = s.argsort().argsort() + 1
u = rank[y == 1].sum() - 4 * 5 / 2
auc_rank = u / (4 * 4)
