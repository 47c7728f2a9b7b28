import numpy as np

X = np.array([[0.5, 1.0], [1.5, -0.5], [-1.0, 0.3], [-0.7, -1.2]])
y = np.array([1, 1, 0, 0])
w = np.zeros(2)
b = 0.0
lr = 0.5
losses = []
for step in range(20):
    p = 1 / (1 + np.exp(-(X @ w + b)))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    losses.append(loss)
    grad_w = X.T @ (p - y) / len(y)
    grad_b = np.mean(p - y)
    w -= lr * grad_w
    b -= lr * grad_b
accuracy = np.mean((p > 0.5) == y)
first, last = losses[0], losses[-1]
