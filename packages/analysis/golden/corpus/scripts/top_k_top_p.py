import numpy as np

def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()

logits = np.array([3.0, 1.0, 0.5, -1.0])
probs = softmax(logits)
order = np.argsort(probs)[::-1]
k = 2
kept = order[:k]
filtered = np.full_like(logits, -np.inf)
filtered[kept] = logits[kept]
top_k = softmax(filtered)
cumulative = np.cumsum(probs[order])
cut = int(np.searchsorted(cumulative, 0.9)) + 1
nucleus = order[:cut]
