import numpy as np

np.set_printoptions(precision=4)

Q = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
K = np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 1.0], [1.0, 0.0, 0.0]])
V = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])

def scaled_dot_product_attention(Q, K, V, mask=None):
    d_k = Q.shape[-1]
    scores = Q @ K.T / np.sqrt(d_k)
    if mask is not None:
        scores = np.where(mask == 0, -1e9, scores)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return weights @ V, weights

out, attn = scaled_dot_product_attention(Q, K, V)
mask = np.array([[1, 0, 1], [1, 1, 0]])
masked_out, masked_attn = scaled_dot_product_attention(Q, K, V, mask)
row_sums = attn.sum(axis=1)
top_key = attn.argmax(axis=1)
shape = out.shape
causal = np.tril(np.ones((3, 3)))
scores = (K @ K.T).astype(float)
scores[causal == 0] = -np.inf
w = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
