import numpy as np


def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


X = np.array([[0.5, 1.0], [1.5, 2.0], [2.0, 0.5], [3.0, 3.0], [0.2, 0.1], [2.5, 2.5]])
y = np.array([0, 1, 0, 1, 0, 1])
mu, sd = X.mean(axis=0), X.std(axis=0)
Xs = (X - mu) / sd
Xb = np.hstack([np.ones((len(Xs), 1)), Xs])
w = np.zeros(3)
history = []
for epoch in range(50):
    p = sigmoid(Xb @ w)
    grad = Xb.T @ (p - y) / len(y)
    w = w - 0.5 * grad
    if epoch % 10 == 0:
        loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
        history.append(round(loss, 6))
final_p = sigmoid(Xb @ w)
pred = (final_p >= 0.5).astype(int)
acc = np.mean(pred == y)
odds = np.exp(w[1:])
decreasing = all(a > b for a, b in zip(history, history[1:]))
boundary = -w[0] / w[1]
new = (np.array([1.8, 1.8]) - mu) / sd
score = np.r_[1, new] @ w
prob = 1 / (1 + np.exp(-score))
l2 = 0.01 * np.sum(w[1:] ** 2)
H = (Xb * (final_p * (1 - final_p))[:, None]).T @ Xb
se_shape = np.linalg.inv(H).shape
steps = len(history)
