import numpy as np

y_true = [0, 1, 2, 2, 1, 0, 2]
y_pred = [0, 2, 2, 2, 1, 0, 1]
n = 3
cm = np.zeros((n, n), dtype=int)
for t, p in zip(y_true, y_pred):
    cm[t, p] += 1

tp = np.diag(cm)
precision = tp / cm.sum(axis=0)
recall = tp / cm.sum(axis=1)
f1 = 2 * precision * recall / (precision + recall)
macro = f1.mean()
micro = tp.sum() / cm.sum()
weighted = np.average(f1, weights=cm.sum(axis=1))
report = {c: {"p": round(p, 2), "r": round(r, 2)} for c, (p, r) in enumerate(zip(precision, recall))}
worst = int(np.argmin(f1))
normalized = cm / cm.sum(axis=1, keepdims=True)
lines = [" ".join(str(v) for v in row) for row in cm]
off_diagonal = cm - np.diag(np.diag(cm))
accuracy = np.trace(cm) / np.sum(cm)
