from collections import Counter, namedtuple
from dataclasses import dataclass, field
from typing import List, Optional
import numpy as np
from sklearn.metrics import confusion_matrix, roc_auc_score, precision_score

y_true = np.array([1, 0, 1, 1, 0, 0, 1, 0, 1, 0])
y_score = np.array([0.92, 0.12, 0.65, 0.48, 0.55, 0.30, 0.81, 0.05, 0.39, 0.61])


@dataclass
class Confusion:
    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0
    notes: List[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        denominator = self.tp + self.fn
        return self.tp / denominator if denominator else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @classmethod
    def from_scores(cls, y, s, threshold: float = 0.5, note: Optional[str] = None):
        pred = (s >= threshold).astype(int)
        out = cls(
            tp=int(np.sum((pred == 1) & (y == 1))),
            fp=int(np.sum((pred == 1) & (y == 0))),
            fn=int(np.sum((pred == 0) & (y == 1))),
            tn=int(np.sum((pred == 0) & (y == 0))),
        )
        if note:
            out.notes.append(note)
        return out


base = Confusion.from_scores(y_true, y_score)
tp, fp, fn, tn = base.tp, base.fp, base.fn, base.tn
precision, recall, f1 = base.precision, base.recall, base.f1
shown = str(base)
strict = Confusion.from_scores(y_true, y_score, threshold=0.8, note="strict")
notes = strict.notes
equal = base == Confusion(tp, fp, fn, tn)
thresholds = sorted(set(y_score.tolist()), reverse=True)
Point = namedtuple("Point", ["threshold", "tpr", "fpr"])
curve = []
for t in thresholds:
    c = Confusion.from_scores(y_true, y_score, t)
    curve.append(Point(t, c.recall, c.fp / (c.fp + c.tn)))
fprs = [0.0] + [p.fpr for p in curve]
tprs = [0.0] + [p.tpr for p in curve]
auc = sum((fprs[i + 1] - fprs[i]) * (tprs[i + 1] + tprs[i]) / 2 for i in range(len(fprs) - 1))
auc_sklearn = roc_auc_score(y_true, y_score)
pairs = [(p, n) for p in y_score[y_true == 1] for n in y_score[y_true == 0]]
auc_pairs = sum(1.0 if p > n else 0.5 if p == n else 0.0 for p, n in pairs) / len(pairs)
agree = abs(auc - auc_sklearn) < 1e-12
cm = confusion_matrix(y_true, y_score > 0.5)
tn2, fp2, fn2, tp2 = cm.ravel()
specificity = tn2 / (tn2 + fp2)
best = max(curve, key=lambda p: p.tpr - p.fpr)
best_threshold = best.threshold
youden = best.tpr - best.fpr
counts = Counter((int(t), int(s >= 0.5)) for t, s in zip(y_true, y_score))
most = counts.most_common(1)
report = f"P={precision:.3f} R={recall:.3f} F1={f1:.3f} AUC={auc:.3f}"
skp = precision_score(y_true, y_score >= 0.5)
