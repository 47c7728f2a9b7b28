import numpy as np

def softmax(x, axis=-1):
    """Numerically stable softmax."""
    shifted = x - np.max(x, axis=axis, keepdims=True)
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=axis, keepdims=True)

logits = np.array([[2.0, 1.0, 0.1], [1000.0, 1001.0, 999.0]])
probs = softmax(logits)
row_sums = probs.sum(axis=1)
predictions = probs.argmax(axis=1)
columns = softmax(logits, axis=0)
confidence = probs.max(axis=-1)
