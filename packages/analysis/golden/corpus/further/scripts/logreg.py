import numpy as np

def sigmoid(z):
    return 1 / (1 + np.exp(-z))

X = np.array([[0.5, 1.0], [1.5, 2.0], [3.0, 0.5], [2.0, 3.0]])
y = np.array([0, 0, 1, 1])
w = np.zeros(2)
b = 0.0
lr = 0.1
history = []
for epoch in range(20):
    p = sigmoid(X @ w + b)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    grad_w = X.T @ (p - y) / len(y)
    grad_b = np.mean(p - y)
    w -= lr * grad_w
    b -= lr * grad_b
    history.append(loss)

first = history[0]
last = history[-1]
decreasing = all(a > c for a, c in zip(history, history[1:]))
final_p = sigmoid(X @ w + b)
labels = (final_p >= 0.5).astype(int)
accuracy = np.mean(labels == y)
print(f"loss {last:.4f} accuracy {accuracy:.2f}")
summary = f"loss {last:.4f} accuracy {accuracy:.2f}"
