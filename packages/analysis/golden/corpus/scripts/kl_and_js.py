import numpy as np

def kl(p, q):
    return np.sum(p * np.log(p / q))

p = np.array([0.5, 0.3, 0.2])
q = np.array([0.2, 0.3, 0.5])
m = (p + q) / 2
forward, backward = kl(p, q), kl(q, p)
js = 0.5 * kl(p, m) + 0.5 * kl(q, m)
symmetric = np.isclose(forward, backward)
cross = -(p * np.log(q)).sum()
