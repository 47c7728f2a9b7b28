import numpy as np

logits = np.array([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3], [1.2, 0.9, 3.1], [0.2, 0.1, 0.4]])
labels = np.array([0, 1, 2, 0])
shifted = logits - logits.max(axis=1, keepdims=True)
probs = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
picked = probs[np.arange(len(labels)), labels]
nll = -np.log(picked)
hardest = np.argsort(nll)[::-1][:2]
pred = probs.argmax(axis=1)
wrong = np.where(pred != labels)[0]
confident = probs[probs.max(axis=1) > 0.6]
mask = np.zeros_like(probs, dtype=bool)
mask[np.arange(4), labels] = True
onehot = mask.astype(float)
grad = (probs - onehot) / len(labels)
order = probs[:, ::-1]
corner = probs[1:3, [0, 2]]
probs2 = probs.copy()
probs2[probs2 < 0.1] = 0.0
renorm = probs2 / probs2.sum(1)[:, None]
by_class = {int(c): float(picked[labels == c].mean()) for c in np.unique(labels)}
confusion = np.zeros((3, 3), dtype=int)
for t, p in zip(labels, pred):
    confusion[t, p] += 1
diag = np.diag(confusion)
recall = diag / confusion.sum(axis=1)
ix = np.ix_([0, 2], [1, 2])
sub = probs[ix]
