import math
from collections import Counter
from functools import lru_cache

import numpy as np
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy


def H(p, base=2):
    return -sum(pi * math.log(pi, base) for pi in p if pi)


def cross_entropy(p, q):
    return -sum(pi * math.log2(qi) for pi, qi in zip(p, q))


def kl(p, q):
    return sum(pi * math.log2(pi / qi) for pi, qi in zip(p, q) if pi > 0)


def js(p, q):
    m = [(a + b) / 2 for a, b in zip(p, q)]
    return 0.5 * kl(p, m) + 0.5 * kl(q, m)


fair = [0.5, 0.5]
biased = [0.9, 0.1]
certain = [1.0, 0.0]
entropies = [H(d) for d in (fair, biased, certain)]
ce = cross_entropy(biased, fair)
check = math.isclose(ce, H(biased) + kl(biased, fair))
asymmetry = kl(fair, biased), kl(biased, fair)
js_value = js(fair, biased)
js_scipy = jensenshannon(fair, biased, base=2) ** 2
scipy_kl = entropy(fair, biased, base=2)

joint = np.array([[0.3, 0.1], [0.2, 0.4]])
px = joint.sum(axis=1)
py = joint.sum(axis=0)
mi = (joint * np.log2(joint / np.outer(px, py))).sum()
h_joint = entropy(joint.ravel(), base=2)
mi_again = entropy(px, base=2) + entropy(py, base=2) - h_joint
conditional = h_joint - entropy(px, base=2)

sentence = "mississippi"
freq = Counter(sentence)
probs = {ch: n / len(sentence) for ch, n in freq.most_common()}
h_letters = H(probs.values())
perplexity = 2 ** h_letters
lengths = {ch: math.ceil(-math.log2(p)) for ch, p in probs.items()}
average_length = sum(probs[ch] * lengths[ch] for ch in probs)


@lru_cache(maxsize=None)
def binary_entropy(p):
    if p in (0, 1):
        return 0.0
    return H((p, 1 - p))


curve = [round(binary_entropy(k / 10), 4) for k in range(11)]
peak = max(range(11), key=lambda k: curve[k]) / 10
symmetric = curve == curve[::-1]
nats = H(fair, base=math.e)
surprisal = {name: round(-math.log2(p), 2) for name, p in zip(("heads", "tails"), biased)}
