import numpy as np

W = {"setosa": np.array([1.2, -0.7, 0.1]), "versicolor": np.array([-0.3, 0.4, 0.2]), "virginica": np.array([-0.8, 0.9, -0.5])}
samples = np.array([[1.0, 0.5, 1.0], [0.1, 1.5, 1.0], [0.6, 0.6, 1.0]])


def sigmoid(t):
    return 1.0 / (1.0 + np.exp(-t))


scores = np.array([[w @ s for w in W.values()] for s in samples])
probs = sigmoid(scores)
normed = probs / probs.sum(axis=1, keepdims=True)
names = list(W)
winners = [names[i] for i in probs.argmax(axis=1)]
margins = np.sort(scores, axis=1)[:, -1] - np.sort(scores, axis=1)[:, -2]
above = {n: int((probs[:, i] > 0.5).sum()) for i, n in enumerate(names)}
softmaxed = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
same_argmax = (softmaxed.argmax(1) == normed.argmax(1)).all()
votes = {n: 0 for n in names}
from itertools import combinations
for a, b in combinations(names, 2):
    i, j = names.index(a), names.index(b)
    winner = a if scores[0, i] > scores[0, j] else b
    votes[winner] += 1
ranking = sorted(votes.items(), key=lambda kv: (-kv[1], kv[0]))
labels = np.array(["setosa", "virginica", "setosa"])
correct = (np.array(winners) == labels)
acc = correct.mean()
codes = {"setosa": [1, 0, 0], "versicolor": [0, 1, 0], "virginica": [0, 0, 1]}
target = np.array([codes[l] for l in labels])
hinge = np.maximum(0, 1 - (2 * target - 1) * scores).mean()
