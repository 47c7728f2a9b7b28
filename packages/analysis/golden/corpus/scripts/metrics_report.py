from collections import Counter, defaultdict

labels = ["cat", "dog", "bird"]
y_true = ["cat", "dog", "dog", "bird", "cat", "bird", "dog", "cat"]
y_pred = ["cat", "dog", "cat", "bird", "dog", "bird", "dog", "cat"]

pairs = Counter(zip(y_true, y_pred))
counts = Counter(y_true)
most = counts.most_common(1)[0]

table = {}
for label in labels:
    tp = sum(1 for t, p in zip(y_true, y_pred) if t == p == label)
    fp = sum(1 for t, p in zip(y_true, y_pred) if p == label and t != label)
    fn = sum(1 for t, p in zip(y_true, y_pred) if t == label and p != label)
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    table[label] = {"precision": precision, "recall": recall, "f1": f1, "support": tp + fn}

macro_f1 = sum(row["f1"] for row in table.values()) / len(table)
weighted = sum(row["f1"] * row["support"] for row in table.values()) / len(y_true)
header = f"{'label':<8}{'prec':>8}{'rec':>8}{'f1':>8}"
lines = [header] + [f"{k:<8}{v['precision']:>8.2f}{v['recall']:>8.2f}{v['f1']:>8.2f}" for k, v in table.items()]
report = "\n".join(lines)
best, score = max(((k, v["f1"]) for k, v in table.items()), key=lambda kv: kv[1])
groups = defaultdict(list)
for t, p in zip(y_true, y_pred):
    groups[t].append(p)
wrong = {t: [p for p in ps if p != t] for t, ps in groups.items()}
errors = sum(len(v) for v in wrong.values())
