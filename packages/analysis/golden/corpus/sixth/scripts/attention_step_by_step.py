# Scaled dot-product attention, one step at a time
import numpy as np
np.set_printoptions(precision=3, suppress=True)

tokens = "the robot eats".split()
d_model, d_k = 4, 3

X = np.array([[1., 0., 1., 0.],
              [0., 2., 0., 2.],
              [1., 1., 1., 1.]])

W_q = np.array([[1, 0, 1], [1, 0, 0], [0, 0, 1], [0, 1, 1]])
W_k = np.array([[0, 0, 1], [1, 1, 0], [0, 1, 0], [1, 1, 0]])
W_v = np.array([[0, 2, 0], [0, 3, 0], [1, 0, 3], [1, 1, 0]])

Q, K, V = X @ W_q, X @ W_k, X @ W_v
scores = Q @ K.T
scaled = scores / np.sqrt(d_k)

def row_softmax(a):
    shifted = a - a.max(axis=-1, keepdims=True)
    num = np.exp(shifted)
    return num / num.sum(axis=-1, keepdims=True)

weights = row_softmax(scaled)
context = weights @ V

# causal mask
mask = np.triu(np.ones((3, 3), dtype=bool), k=1)
masked = np.where(mask, -np.inf, scaled)
causal = row_softmax(masked)
causal_context = np.einsum('qk,kd->qd', causal, V)

# two heads
heads = X.reshape(3, 2, 2).transpose(1, 0, 2)
per_head = np.einsum('hqd,hkd->hqk', heads, heads) / np.sqrt(heads.shape[-1])
attn = np.apply_along_axis(lambda r: np.exp(r) / np.exp(r).sum(), -1, per_head)
merged = (attn @ heads).transpose(1, 0, 2).reshape(3, -1)

for i, tok in enumerate(tokens):
    j = weights[i].argmax()
    print(f'{tok!r} looks most at {tokens[j]!r} ({weights[i, j]:.2f})')
strongest = {tok: tokens[int(weights[i].argmax())] for i, tok in enumerate(tokens)}
shapes = [a.shape for a in (Q, scores, weights, context, heads, attn)]
printed = str(weights)
first_row_sum = causal[0].sum()
above_diagonal = causal[np.triu_indices(3, k=1)]
row_entropy = -(weights * np.log(weights)).sum(axis=1)
