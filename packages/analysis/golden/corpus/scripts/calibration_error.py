import numpy as np

conf = np.array([0.95, 0.85, 0.75, 0.65, 0.55, 0.9])
correct = np.array([1, 1, 0, 1, 0, 1])
edges = np.linspace(0.5, 1.0, 6)
ece = 0.0
for lo, hi in zip(edges[:-1], edges[1:]):
    inside = (conf > lo) & (conf <= hi)
    if inside.any():
        gap = abs(correct[inside].mean() - conf[inside].mean())
        ece += inside.mean() * gap
count = int(((conf > 0.8) & (conf <= 1.0)).sum())
