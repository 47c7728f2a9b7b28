import math
from math import log, log2

def entropy(p, base=math.e):
    return -sum(q * log(q) / log(base) for q in p if q > 0)

fair = [0.5, 0.5]
loaded = [0.9, 0.1]
certain = [1.0, 0.0]
h = {name: entropy(p, 2) for name, p in [("fair", fair), ("loaded", loaded), ("certain", certain)]}
perplexity = 2 ** h["loaded"]
nats = entropy(fair)
bits = -log2(0.25)
