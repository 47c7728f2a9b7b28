import numpy as np

classes = np.array(["benign", "malignant", "unsure"])
cm = np.array([[50, 3, 2], [4, 30, 6], [1, 2, 12]])
cost = np.array([[0, 5, 1], [20, 0, 3], [4, 4, 0]])

support = cm.sum(axis=1)
predicted = cm.sum(axis=0)
n = cm.sum()
recall = np.diagonal(cm) / support
precision = cm.diagonal() / predicted
f1 = np.divide(2 * precision * recall, precision + recall, out=np.zeros(3), where=(precision + recall) > 0)
accuracy = np.trace(cm) / n
expected = np.outer(support, predicted) / n
kappa = 1 - (n - np.trace(cm)) / (n - np.trace(expected))
chi2 = ((cm - expected) ** 2 / expected).sum()
average_cost = (cm * cost).sum() / n
row_normalised = cm / cm.sum(axis=1, keepdims=True)
col_normalised = np.round(cm / cm.sum(axis=0), 2)
worst = np.unravel_index(np.argmax(cm - np.diag(np.diag(cm))), cm.shape)
worst_names = tuple(classes[list(worst)])
posterior = np.array([0.6, 0.3, 0.1])
risk = posterior @ cost
bayes_choice = classes[np.argmin(risk)]
naive_choice = classes[posterior.argmax()]
thresholds = [(t, classes[(posterior * np.array([1, t, 1])).argmax()]) for t in (1, 2, 3)]
balanced = recall.mean()
summary = {str(name): {"recall": round(float(r), 3), "n": int(s)} for name, r, s in zip(classes, recall, support)}
order = classes[np.argsort(-f1)]
lines = [f"{c:>10} " + " ".join(f"{x:4d}" for x in row) for c, row in zip(classes, cm)]
mask = ~np.eye(3, dtype=bool)
errors = cm[mask].reshape(3, 2)
informedness = recall[:2].sum() - 1
with np.errstate(divide="ignore"):
    log_ratio = np.log(cm / cm.T)
sym = np.array_equal(log_ratio, -log_ratio.T)
joint = cm / n
mi = np.nansum(joint * np.log(joint / (joint.sum(1, keepdims=True) * joint.sum(0, keepdims=True))))
top = sorted(((int(cm[i, j]), classes[i], classes[j]) for i in range(3) for j in range(3) if i != j), reverse=True)[:2]
