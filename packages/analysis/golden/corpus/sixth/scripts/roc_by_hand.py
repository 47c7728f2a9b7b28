import numpy as np
from sklearn.metrics import auc, roc_auc_score, roc_curve, precision_recall_curve, average_precision_score

y_true = np.array([1, 0, 1, 1, 0, 0, 1, 0, 1, 0])
y_score = np.array([0.92, 0.81, 0.77, 0.65, 0.62, 0.48, 0.44, 0.31, 0.27, 0.05])

# by hand: sweep the threshold
order = np.argsort(y_score)[::-1]
sorted_true = y_true[order]
tps = np.cumsum(sorted_true)
fps = np.cumsum(1 - sorted_true)
tpr = tps / tps[-1]
fpr = fps / fps[-1]
tpr0, fpr0 = np.r_[0, tpr], np.r_[0, fpr]
area = np.trapz(tpr0, fpr0)

# as a probability that a positive outranks a negative
pos, neg = y_score[y_true == 1], y_score[y_true == 0]
pairs = (pos[:, None] > neg).sum() + 0.5 * (pos[:, None] == neg).sum()
mann_whitney = pairs / (pos.size * neg.size)

fpr_sk, tpr_sk, thresholds = roc_curve(y_true, y_score)
area_sk = auc(fpr_sk, tpr_sk)
agree = np.isclose(area, roc_auc_score(y_true, y_score)) and np.isclose(area, mann_whitney)

youden = tpr_sk - fpr_sk
best = thresholds[np.argmax(youden)]

precision = tps / np.arange(1, len(tps) + 1)
recall = tps / y_true.sum()
ap = np.sum(precision * np.diff(np.concatenate(([0], recall))))
ap_sk = average_precision_score(y_true, y_score)
prec_sk, rec_sk, thr_sk = precision_recall_curve(y_true, y_score)
f1 = 2 * prec_sk * rec_sk / (prec_sk + rec_sk)
best_f1 = f1.max()
best_f1_threshold = thr_sk[f1[:-1].argmax()]

table = []
for t in (0.3, 0.5, 0.7):
    hat = y_score >= t
    tp = int((hat & (y_true == 1)).sum())
    fp = int((hat & (y_true == 0)).sum())
    fn = int((~hat & (y_true == 1)).sum())
    tn = int((~hat & (y_true == 0)).sum())
    table.append({"t": t, "tp": tp, "fp": fp, "fn": fn, "tn": tn})
specificities = [row["tn"] / (row["tn"] + row["fp"]) for row in table]
