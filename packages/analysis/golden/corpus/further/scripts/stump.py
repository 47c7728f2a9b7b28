import numpy as np

X = np.array([2.0, 3.5, 1.0, 4.5, 5.0, 0.5])
y = np.array([0, 1, 0, 1, 1, 0])

def gini(labels):
    if len(labels) == 0:
        return 0.0
    p = np.mean(labels)
    return 1 - p ** 2 - (1 - p) ** 2

def entropy(labels):
    _, counts = np.unique(labels, return_counts=True)
    p = counts / counts.sum()
    return -np.sum(p * np.log2(p))

best = None
for t in sorted(set(X.tolist())):
    left, right = y[X <= t], y[X > t]
    score = (len(left) * gini(left) + len(right) * gini(right)) / len(y)
    if best is None or score < best[1]:
        best = (t, score)

threshold, impurity = best
root_gini = gini(y)
root_entropy = entropy(y)
pred = np.where(X > threshold, 1, 0)
gain = root_gini - impurity
