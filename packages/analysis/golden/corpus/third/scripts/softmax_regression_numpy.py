import numpy as np

X = np.array([[1.0, 2.0], [2.0, 1.0], [-1.0, -1.5], [-2.0, 0.5]])
y = np.array([0, 0, 1, 2])
Y = np.eye(3)[y]
W = np.zeros((2, 3))
b = np.zeros(3)


def forward(X, W, b):
    z = X.dot(W) + b
    z -= z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(P, Y):
    return -np.mean(np.sum(Y * np.log(P), axis=1))


history = []
for epoch in range(8):
    P = forward(X, W, b)
    history.append(cross_entropy(P, Y))
    G = (P - Y) / X.shape[0]
    W -= 0.5 * X.T.dot(G)
    b -= 0.5 * G.sum(axis=0)
P = forward(X, W, b)
start, end = history[0], cross_entropy(P, Y)
decreasing = all(a > b for a, b in zip(history, history[1:]))
pred = P.argmax(axis=1)
weights = W
bias = b
confidence = P.max(axis=1)
top2 = np.sort(P, axis=1)[:, ::-1][:, :2]
margin = top2[:, 0] - top2[:, 1]
h = 1e-5
W_plus = W.copy()
W_plus[0, 0] += h
W_minus = W.copy()
W_minus[0, 0] -= h
numeric = (cross_entropy(forward(X, W_plus, b), Y) - cross_entropy(forward(X, W_minus, b), Y)) / (2 * h)
analytic = X.T.dot((P - Y) / 4)[0, 0]
agree = np.isclose(numeric, analytic, rtol=1e-4)
