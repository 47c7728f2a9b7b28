import numpy as np

def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)

def one_hot(y, k):
    return np.eye(k)[y]

X = np.array([[1.0, 0.5], [0.2, -1.0], [-0.5, 0.8]])
y = np.array([0, 1, 2])
W = np.zeros((2, 3))
b = np.zeros(3)
Y = one_hot(y, 3)
for _ in range(5):
    P = softmax(X @ W + b)
    W = W - 0.1 * X.T @ (P - Y) / len(X)
    b = b - 0.1 * (P - Y).mean(axis=0)
loss = -np.log(P[np.arange(3), y]).mean()
P_final = softmax(X @ W + b)
