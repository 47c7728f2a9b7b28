import numpy as np
from scipy.special import logsumexp

emit = np.array([[1.0, 0.2], [0.3, 1.1], [0.9, 0.4]])
trans = np.array([[0.5, -0.5], [-0.2, 0.3]])
alpha = emit[0]
for t in range(1, len(emit)):
    alpha = logsumexp(alpha[:, None] + trans, axis=0) + emit[t]
log_z = logsumexp(alpha)
path = [0, 1, 0]
score = emit[0][path[0]] + sum(trans[a, b] for a, b in zip(path, path[1:])) + sum(emit[t, path[t]] for t in range(1, 3))
log_prob = score - log_z
