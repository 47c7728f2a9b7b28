import numpy as np
from math import log2


def entropy(p):
    return -sum(x * log2(x) for x in p if x > 0)


def kl(p, q):
    return sum(a * log2(a / b) for a, b in zip(p, q) if a > 0)


coin = entropy([0.5, 0.5])
biased = entropy([0.9, 0.1])
certain = entropy([1.0, 0.0])
p = np.array([0.36, 0.48, 0.16])
q = np.array([1 / 3, 1 / 3, 1 / 3])
kl_pq = np.sum(p * np.log(p / q))
kl_qp = np.sum(q * np.log(q / p))
m = (p + q) / 2
js = 0.5 * np.sum(p * np.log(p / m)) + 0.5 * np.sum(q * np.log(q / m))
cross = -np.sum(p * np.log(q))
gap = cross - (-np.sum(p * np.log(p)))
joint = np.array([[0.1, 0.2], [0.3, 0.4]])
px = joint.sum(axis=1)
py = joint.sum(axis=0)
hx = entropy(px)
hxy = entropy(joint.ravel())
mi = entropy(px) + entropy(py) - hxy
mi_direct = np.sum(joint * np.log2(joint / np.outer(px, py)))
cond = hxy - hx
surprise = {k: round(-log2(v), 3) for k, v in {"a": 0.5, "b": 0.25, "c": 0.125}.items()}
bayes = 0.99 * 0.01 / (0.99 * 0.01 + 0.05 * 0.99)
gini = 1 - np.sum(p ** 2)
gain = entropy([9 / 14, 5 / 14]) - 8 / 14 * entropy([6 / 8, 2 / 8]) - 6 / 14 * entropy([3 / 6, 3 / 6])
tv = 0.5 * np.abs(p - q).sum()
hellinger = np.sqrt(1 - np.sum(np.sqrt(p * q)))
