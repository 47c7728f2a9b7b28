import numpy as np

y_true = np.array([1, 0, 1, 1, 0, 0, 1, 0, 1, 0])
y_prob = np.array([0.9, 0.3, 0.6, 0.4, 0.2, 0.7, 0.8, 0.1, 0.55, 0.5])
y_pred = (y_prob >= 0.5).astype(int)
tp = np.sum((y_true == 1) & (y_pred == 1))
tn = np.sum((y_true == 0) & (y_pred == 0))
fp = np.sum((y_true == 0) & (y_pred == 1))
fn = np.sum((y_true == 1) & (y_pred == 0))
accuracy = (tp + tn) / len(y_true)
precision = tp / (tp + fp)
recall = tp / (tp + fn)
f1 = 2 * precision * recall / (precision + recall)
specificity = tn / (tn + fp)
cm = np.zeros((2, 2), dtype=int)
for t, p in zip(y_true, y_pred):
    cm[t, p] += 1
normalised = cm / cm.sum(axis=1, keepdims=True)
brier = np.mean((y_prob - y_true) ** 2)
order = np.argsort(-y_prob)
ranked = y_true[order]
cum_tp = np.cumsum(ranked)
precision_at = cum_tp / np.arange(1, len(ranked) + 1)
ap = (precision_at * ranked).sum() / ranked.sum()
pos = y_prob[y_true == 1]
neg = y_prob[y_true == 0]
auc = np.mean([(p > n) + 0.5 * (p == n) for p in pos for n in neg])
logloss = -np.mean(y_true * np.log(y_prob) + (1 - y_true) * np.log(1 - y_prob))
mcc = (tp * tn - fp * fn) / np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
thresholds = [0.3, 0.5, 0.7]
curve = [(t, float(((y_prob >= t) == y_true).mean())) for t in thresholds]
best = max(curve, key=lambda item: item[1])
report = f"acc={accuracy:.3f} p={precision:.3f} r={recall:.3f} f1={f1:.3f}"
