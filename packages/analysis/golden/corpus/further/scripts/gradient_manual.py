import numpy as np

def softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)

X = np.array([[1.0, 0.5], [0.2, -0.3], [-1.0, 1.0]])
y = np.array([0, 1, 2])
W = np.zeros((2, 3))
b = np.zeros(3)
Y = np.eye(3)[y]
losses = []
for _ in range(10):
    P = softmax(X @ W + b)
    losses.append(-np.sum(Y * np.log(P)) / len(X))
    G = (P - Y) / len(X)
    W -= 0.5 * X.T @ G
    b -= 0.5 * G.sum(axis=0)

start = losses[0]
end = losses[-1]
P = softmax(X @ W + b)
acc = np.mean(P.argmax(1) == y)

def loss_at(w):
    q = softmax(X @ w + b)
    return -np.log(q[np.arange(3), y]).mean()

eps = 1e-6
Wp = W.copy()
Wp[0, 0] += eps
numeric = (loss_at(Wp) - loss_at(W)) / eps
analytic = (X.T @ ((softmax(X @ W + b) - Y) / 3))[0, 0]
gap = abs(numeric - analytic) < 1e-4
s = np.array([0.2, 0.3, 0.5])
jac = np.diag(s) - np.outer(s, s)
momentum = np.zeros(2)
params = np.array([1.0, -1.0])
for step in range(1, 4):
    g = 2 * params
    momentum = 0.9 * momentum + g
    params = params - 0.1 * momentum
m = v = 0.0
theta = 1.0
for t in range(1, 4):
    g = 2 * theta
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g * g
    theta -= 0.1 * (m / (1 - 0.9 ** t)) / ((v / (1 - 0.999 ** t)) ** 0.5 + 1e-8)
clip = np.clip(np.array([-5.0, 0.3, 8.0]), -1, 1)
norm_clip = params * min(1.0, 1.0 / np.linalg.norm(params))
