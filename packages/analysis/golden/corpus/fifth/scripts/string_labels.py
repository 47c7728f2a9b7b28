import numpy as np
from collections import Counter, defaultdict
from sklearn.preprocessing import LabelEncoder
from sklearn.metrics import classification_report, confusion_matrix, accuracy_score

class_names = np.array(["setosa", "versicolor", "virginica"])
probs = np.array([[0.8, 0.15, 0.05], [0.2, 0.5, 0.3], [0.1, 0.3, 0.6], [0.4, 0.35, 0.25]])
pred_idx = probs.argmax(axis=1)
pred_names = class_names[pred_idx]
true_names = np.array(["setosa", "virginica", "virginica", "versicolor"])
hits = pred_names == true_names
accuracy = hits.mean()
n_hits = hits.sum()
as_list = pred_names.tolist()
wrong = true_names[~hits]
order = np.argsort(probs[1])[::-1]
ranked = class_names[order]
ranked_pairs = list(zip(ranked, probs[1][order]))
best = ranked[0]
title = f"predicted {best} ({probs[1].max():.1%})"
joined = ", ".join(class_names)
le = LabelEncoder()
encoded = le.fit_transform(true_names)
classes = le.classes_
decoded = le.inverse_transform([0, 1])
cm = confusion_matrix(true_names, pred_names)
cm_labelled = confusion_matrix(true_names, pred_names, labels=class_names)
acc = accuracy_score(true_names, pred_names)
counts = Counter(pred_names.tolist())
uniq, freq = np.unique(true_names, return_counts=True)
majority = uniq[freq.argmax()]
table = {str(n): int(c) for n, c in zip(uniq, freq)}
mask = np.isin(true_names, ["virginica"])
where = np.where(hits, "ok", "miss")
by_class = defaultdict(list)
for name, p in zip(true_names, probs.max(axis=1)):
    by_class[name].append(round(float(p), 2))
mean_conf = {k: sum(v) / len(v) for k, v in by_class.items()}
longest = max(class_names, key=len)
upper = [n.upper() for n in class_names]
index_of = {n: i for i, n in enumerate(class_names)}
true_idx = np.array([index_of[n] for n in true_names])
nll = -np.log(probs[np.arange(4), true_idx]).mean()
shape = class_names.shape
first_letters = "".join(n[0] for n in class_names)
text = str(class_names)
report = classification_report(true_names, pred_names, zero_division=0)
print(report)
