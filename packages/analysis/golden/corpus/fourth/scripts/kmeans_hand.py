import numpy as np

points = np.array([[1.0, 1.0], [1.5, 2.0], [3.0, 4.0], [5.0, 7.0], [3.5, 5.0], [4.5, 5.0], [3.5, 4.5]])
centers = points[[0, 3]].copy()
iterations = 0
while True:
    d = np.linalg.norm(points[:, None, :] - centers[None, :, :], axis=2)
    assign = d.argmin(axis=1)
    new = np.array([points[assign == k].mean(axis=0) for k in range(2)])
    iterations += 1
    if np.allclose(new, centers):
        break
    centers = new
inertia = sum(((points[assign == k] - centers[k]) ** 2).sum() for k in range(2))
sizes = np.bincount(assign)
clusters = {k: points[assign == k].tolist() for k in range(2)}
soft = np.exp(-d ** 2) / np.exp(-d ** 2).sum(axis=1, keepdims=True)
nearest = int(np.argmin(((points - np.array([3.2, 4.2])) ** 2).sum(axis=1)))
k_dists = np.sort(d, axis=1)[:, 0]
far = points[np.argmax(k_dists)]
silhouettes = []
for i, p in enumerate(points):
    same = [np.linalg.norm(p - q) for j, q in enumerate(points) if assign[j] == assign[i] and j != i]
    other = [np.linalg.norm(p - q) for j, q in enumerate(points) if assign[j] != assign[i]]
    a, b = np.mean(same), np.mean(other)
    silhouettes.append((b - a) / max(a, b))
score = float(np.mean(silhouettes))
