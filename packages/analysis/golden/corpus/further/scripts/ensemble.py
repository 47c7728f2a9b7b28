import numpy as np

preds = {
    "a": np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]),
    "b": np.array([[0.5, 0.3, 0.2], [0.3, 0.3, 0.4]]),
    "c": np.array([[0.6, 0.3, 0.1], [0.2, 0.5, 0.3]]),
}
avg = np.mean(list(preds.values()), axis=0)
weights = {"a": 0.5, "b": 0.2, "c": 0.3}
weighted = sum(weights[k] * v for k, v in preds.items())
votes = np.stack([v.argmax(1) for v in preds.values()])
majority = np.array([np.bincount(col, minlength=3).argmax() for col in votes.T])
geo = np.exp(np.mean([np.log(v) for v in preds.values()], axis=0))
geo /= geo.sum(axis=1, keepdims=True)
disagreement = (votes != majority).mean()
best = max(preds, key=lambda k: preds[k][0, 0])
entropy = -(avg * np.log(avg)).sum(axis=1)
individual = np.mean([-(v * np.log(v)).sum(1) for v in preds.values()], axis=0)
mutual_info = entropy - individual
