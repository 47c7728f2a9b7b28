import numpy as np

def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)

Q = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
K = np.array([[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]])
V = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
d = K.shape[-1]
scores = Q @ K.T / np.sqrt(d)
mask = np.tril(np.ones((3, 3)))
masked = np.where(mask == 1, scores, -1e9)
weights = softmax(masked)
out = weights @ V
