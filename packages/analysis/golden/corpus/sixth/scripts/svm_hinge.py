import numpy as np
from scipy.special import expit
from sklearn.metrics import accuracy_score, hinge_loss

X = np.array([[2.0, 1.0], [1.5, 2.0], [3.0, 2.5], [-1.0, -0.5], [-2.0, -1.5], [-0.5, -2.0]])
y = np.array([1, 1, 1, -1, -1, -1])
w, b = np.zeros(2), 0.0
lam, eta = 0.01, 0.1

trace = []
for epoch in range(5):
    for xi, yi in zip(X, y):
        margin = yi * (w @ xi + b)
        if margin < 1:
            w = (1 - eta * lam) * w + eta * yi * xi
            b += eta * yi
        else:
            w *= 1 - eta * lam
    hinge = np.maximum(0, 1 - y * (X @ w + b)).mean()
    trace.append((epoch, round(float(hinge), 5)))

margins = y * (X @ w + b)
support = np.flatnonzero(margins <= 1.0 + 1e-9)
decision = X @ w + b
y_hat = np.where(decision >= 0, 1, -1)
acc = accuracy_score(y, y_hat)
sk_hinge = hinge_loss(y, decision)
objective = 0.5 * lam * w.dot(w) + np.mean(np.clip(1 - margins, 0, None))
norm = np.linalg.norm(w)
distance = np.abs(decision) / norm
A, B = -1.5, 0.0
platt = 1 / (1 + np.exp(A * decision + B))
same = np.allclose(platt, expit(-A * decision - B))
slope = -w[0] / w[1]
grid_x, grid_y = np.meshgrid(np.linspace(-1, 1, 3), np.linspace(-1, 1, 3))
grid = np.c_[grid_x.ravel(), grid_y.ravel()]
regions = np.sign(grid @ w + b).reshape(grid_x.shape).astype(int)
chart = "\n".join("".join({1: "+", -1: "-", 0: "0"}[c] for c in row) for row in regions.tolist())
K = np.exp(-0.5 * ((X[:, None, :] - X[None, :, :]) ** 2).sum(-1))
alpha = np.array([0.2, 0.1, 0.3, 0.25, 0.15, 0.2])
dual = alpha.sum() - 0.5 * (alpha * y) @ K @ (alpha * y)
kernel_decision = K @ (alpha * y)
psd = np.all(np.linalg.eigvalsh(K) > 0)
print(chart)
