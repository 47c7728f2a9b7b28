import numpy as np
from scipy.stats import entropy
from scipy.special import rel_entr

p = np.array([0.1, 0.4, 0.5])
q = np.array([0.8, 0.15, 0.05])

def kl(p, q):
    return np.sum(np.where(p != 0, p * np.log(p / q), 0))

def js(p, q):
    m = (p + q) / 2
    return (kl(p, m) + kl(q, m)) / 2

kl_pq = kl(p, q)
kl_qp = kl(q, p)
js_pq = js(p, q)
symmetric = np.isclose(js(p, q), js(q, p))
ref = entropy(p, q)
bits = entropy(p, base=2)
terms = rel_entr(p, q)
cross = -np.sum(p * np.log(q))
check = np.isclose(cross, entropy(p) + kl_pq)
hellinger = np.sqrt(np.sum((np.sqrt(p) - np.sqrt(q)) ** 2)) / np.sqrt(2)
tv = 0.5 * np.abs(p - q).sum()
bhatt = -np.log(np.sum(np.sqrt(p * q)))
