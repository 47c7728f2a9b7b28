y_true = [1, 0, 1, 1, 0, 0, 1]
y_prob = [0.9, 0.4, 0.6, 0.3, 0.7, 0.1, 0.8]
y_pred = [1 if p >= 0.5 else 0 for p in y_prob]
tp = sum(1 for t, p in zip(y_true, y_pred) if t == 1 and p == 1)
fp = sum(1 for t, p in zip(y_true, y_pred) if t == 0 and p == 1)
fn = sum(1 for t, p in zip(y_true, y_pred) if t == 1 and p == 0)
tn = sum(1 for t, p in zip(y_true, y_pred) if t == 0 and p == 0)
precision = tp / (tp + fp)
recall = tp / (tp + fn)
f1 = 2 * precision * recall / (precision + recall)
accuracy = (tp + tn) / len(y_true)
report = f"P={precision:.2f} R={recall:.2f} F1={f1:.3f}"
