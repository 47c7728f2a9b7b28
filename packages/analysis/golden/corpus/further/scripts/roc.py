scores = [0.9, 0.8, 0.7, 0.6, 0.55, 0.54, 0.4, 0.3]
labels = [1, 1, 0, 1, 0, 1, 0, 0]

def roc(scores, labels):
    pairs = sorted(zip(scores, labels), reverse=True)
    P = sum(labels)
    N = len(labels) - P
    tp = fp = 0
    points = [(0.0, 0.0)]
    for score, label in pairs:
        if label:
            tp += 1
        else:
            fp += 1
        points.append((fp / N, tp / P))
    return points

points = roc(scores, labels)
auc = 0.0
for (x0, y0), (x1, y1) in zip(points, points[1:]):
    auc += (x1 - x0) * (y0 + y1) / 2
wins = sum((a > b) + 0.5 * (a == b) for a, la in zip(scores, labels) for b, lb in zip(scores, labels) if la and not lb)
pairs = sum(labels) * (len(labels) - sum(labels))
auc_pairs = wins / pairs
youden = max(points, key=lambda p: p[1] - p[0])
thresholds = {t: sum(1 for s, l in zip(scores, labels) if (s >= t) == bool(l)) / len(labels) for t in (0.3, 0.5, 0.7)}
best_t = max(thresholds, key=thresholds.get)
