import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def loss_fn(y, p, eps=1e-12):
    p = np.clip(p, eps, 1 - eps)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


X = np.array([[0.5, 1.5], [1.0, 1.0], [1.5, 0.5], [3.0, 0.5], [2.0, 2.0], [1.0, 2.5]])
y = np.array([0, 0, 0, 1, 1, 1])
w = np.zeros(X.shape[1])
b = 0.0
alpha = 0.1
costs = []
for i in range(20):
    z = X @ w + b
    p = sigmoid(z)
    error = p - y
    dw = X.T @ error / len(y)
    db = error.mean()
    w -= alpha * dw
    b -= alpha * db
    if i % 5 == 0:
        costs.append(loss_fn(y, p))
final = loss_fn(y, sigmoid(X @ w + b))
weights = w
intercept = b
curve = costs
pred = (sigmoid(X @ w + b) >= 0.5).astype(int)
acc = np.mean(pred == y)
summary = f"w={np.round(w, 3)} b={b:.3f} acc={acc:.2%}"
