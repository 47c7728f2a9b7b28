import numpy as np

f = np.array([123, 456, 789])
p_bad = np.exp(f) / np.sum(np.exp(f))
f -= np.max(f)
p = np.exp(f) / np.sum(np.exp(f))


def L_i(x, y, W):
    delta = 1.0
    scores = W.dot(x)
    correct_class_score = scores[y]
    D = W.shape[0]
    loss_i = 0.0
    for j in range(D):
        if j == y:
            continue
        loss_i += max(0, scores[j] - correct_class_score + delta)
    return loss_i


def L_i_vectorized(x, y, W):
    delta = 1.0
    scores = W.dot(x)
    margins = np.maximum(0, scores - scores[y] + delta)
    margins[y] = 0
    return np.sum(margins)


W = np.array([[0.01, -0.05, 0.1, 0.05], [0.7, 0.2, 0.05, 0.16], [0.0, -0.45, -0.2, 0.03]])
b = np.array([0.0, 0.2, -0.3])
x = np.array([-15, 22, -44, 56])
scores = W @ x + b
hinge = L_i(x, 2, W)
hinge_v = L_i_vectorized(x, 2, W)
shifted = scores - scores.max()
probs = np.exp(shifted) / np.exp(shifted).sum()
ce = -np.log(probs[2])
reg = 0.5 * np.sum(W * W)
total = ce + 0.1 * reg
