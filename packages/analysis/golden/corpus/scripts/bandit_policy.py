import numpy as np

preferences = np.zeros(3)
rewards = [1.0, 0.0, 0.5]
baseline = 0.0
alpha = 0.4
for t, (action, reward) in enumerate([(0, 1.0), (1, 0.0), (2, 0.5), (0, 1.0)], start=1):
    policy = np.exp(preferences) / np.exp(preferences).sum()
    baseline += (reward - baseline) / t
    one_hot = np.eye(3)[action]
    preferences = preferences + alpha * (reward - baseline) * (one_hot - policy)
final = np.exp(preferences) / np.exp(preferences).sum()
