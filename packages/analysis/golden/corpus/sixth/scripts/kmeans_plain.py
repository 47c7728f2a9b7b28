import numpy as np

points = np.array([[1.0, 2.0], [1.5, 1.8], [5.0, 8.0], [8.0, 8.0], [1.0, 0.6], [9.0, 11.0]])
centroids = points[[0, 3]].copy()
history = [centroids.copy()]

for step in range(10):
    distances = np.sqrt(((points[:, None, :] - centroids[None, :, :]) ** 2).sum(axis=2))
    assignment = np.argmin(distances, axis=1)
    updated = np.array([points[assignment == k].mean(axis=0) for k in range(len(centroids))])
    if np.allclose(updated, centroids):
        print("converged after", step, "steps")
        break
    centroids = updated
    history.append(centroids.copy())
else:
    print("did not converge")

inertia = float(sum(((points[assignment == k] - c) ** 2).sum() for k, c in enumerate(centroids)))
sizes = np.bincount(assignment)
clusters = {f"cluster {k}": points[assignment == k].tolist() for k in np.unique(assignment)}
moves = [float(np.abs(b - a).max()) for a, b in zip(history, history[1:])]
soft = np.exp(-distances)
soft /= soft.sum(axis=1, keepdims=True)
most_uncertain = int(np.abs(soft[:, 0] - soft[:, 1]).argmin())
new_points = np.array([[0.0, 0.0], [7.0, 9.0]])
new_labels = np.linalg.norm(new_points[:, np.newaxis] - centroids, axis=-1).argmin(1)
spread = [np.std(points[assignment == k], axis=0).round(4).tolist() for k in range(2)]
order = np.lexsort((points[:, 1], points[:, 0]))
sorted_points = points[order]
bounds = np.stack([points.min(0), points.max(0)])
scaled = (points - bounds[0]) / (bounds[1] - bounds[0])
