from collections import Counter, defaultdict
import numpy as np

y_true = [0, 1, 2, 2, 1, 0, 1, 2, 0, 1]
y_pred = [0, 2, 2, 2, 1, 0, 0, 1, 0, 1]
classes = sorted(set(y_true))
cm = np.zeros((3, 3), dtype=int)
for t, p in zip(y_true, y_pred):
    cm[t, p] += 1
accuracy = np.trace(cm) / cm.sum()
precision = np.diag(cm) / cm.sum(axis=0)
recall = np.diag(cm) / cm.sum(axis=1)
f1 = 2 * precision * recall / (precision + recall)
macro = f1.mean()
support = cm.sum(axis=1)
weighted = (f1 * support).sum() / support.sum()
micro = np.diag(cm).sum() / cm.sum()
report = {c: {"p": round(float(p), 2), "r": round(float(r), 2), "n": int(n)} for c, p, r, n in zip(classes, precision, recall, support)}
errors = [(i, t, p) for i, (t, p) in enumerate(zip(y_true, y_pred)) if t != p]
pairs = Counter((t, p) for _, t, p in errors)
most = pairs.most_common(1)[0]
by_class = defaultdict(list)
for t, p in zip(y_true, y_pred):
    by_class[t].append(p)
grouped = dict(by_class)
po = accuracy
pe = sum(cm[:, k].sum() * cm[k].sum() for k in range(3)) / cm.sum() ** 2
kappa = (po - pe) / (1 - pe)
normalized = cm / cm.sum(axis=1, keepdims=True)
text = "\n".join(" ".join(f"{v:5.2f}" for v in row) for row in normalized)
onevsrest = []
for c in classes:
    tp = sum(t == c and p == c for t, p in zip(y_true, y_pred))
    fp = sum(t != c and p == c for t, p in zip(y_true, y_pred))
    fn = sum(t == c and p != c for t, p in zip(y_true, y_pred))
    tn = len(y_true) - tp - fp - fn
    onevsrest.append((tp, fp, fn, tn))
mcc = []
for tp, fp, fn, tn in onevsrest:
    d = ((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)) ** 0.5
    mcc.append(round((tp * tn - fp * fn) / d, 4) if d else 0.0)
