import numpy as np

points = np.array([[1.0, 1.0], [1.5, 2.0], [5.0, 7.0], [6.0, 6.0]])
labels = np.array([0, 0, 1, 1])
query = np.array([2.0, 2.0])
d = np.sqrt(((points - query) ** 2).sum(axis=1))
nearest = np.argsort(d)[:3]
votes = np.bincount(labels[nearest])
winner = votes.argmax()
proba = votes / votes.sum()
centers = points[[0, 2]].copy()
for _ in range(3):
    dist = np.linalg.norm(points[:, None, :] - centers[None, :, :], axis=2)
    assign = dist.argmin(axis=1)
    centers = np.array([points[assign == k].mean(axis=0) for k in range(2)])
final = centers
inertia = sum(((points[assign == k] - centers[k]) ** 2).sum() for k in range(2))
soft = np.exp(-dist) / np.exp(-dist).sum(axis=1, keepdims=True)
std = (points - points.mean(0)) / points.std(0)
minmax = (points - points.min(0)) / (points.max(0) - points.min(0))
manhattan = np.abs(points[0] - points[2]).sum()
pairwise = ((points[:, None] - points) ** 2).sum(-1)
upper = pairwise[np.triu_indices(4, k=1)]
