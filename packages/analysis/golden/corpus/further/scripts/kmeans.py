import numpy as np

X = np.array([[1.0, 1.0], [1.5, 2.0], [8.0, 8.0], [9.0, 9.5], [1.0, 0.5]])
centers = X[[0, 2]].copy()
for _ in range(5):
    d = np.linalg.norm(X[:, None, :] - centers[None, :, :], axis=2)
    assign = d.argmin(axis=1)
    centers = np.array([X[assign == k].mean(axis=0) for k in range(2)])
inertia = ((X - centers[assign]) ** 2).sum()
sizes = np.bincount(assign)
resp = np.exp(-0.5 * d ** 2)
resp = resp / resp.sum(1, keepdims=True)
mu = X.mean(0)
Xc = X - mu
cov = Xc.T @ Xc / (len(X) - 1)
std = (X - X.mean(axis=0)) / X.std(axis=0)
sim = Xc @ Xc.T
proj = X @ np.array([1.0, -1.0]) / np.sqrt(2)
order = np.lexsort((X[:, 1], X[:, 0]))
