import numpy as np

logits = np.log(np.array([0.1, 0.3, 0.6]))
u = np.array([0.25, 0.5, 0.75])
gumbel = -np.log(-np.log(u))

def gumbel_softmax(logits, g, tau):
    y = (logits + g) / tau
    y = y - y.max()
    return np.exp(y) / np.exp(y).sum()

soft = gumbel_softmax(logits, gumbel, 1.0)
hard = np.eye(3)[soft.argmax()]
cold = gumbel_softmax(logits, gumbel, 0.1)
sample = int(np.argmax(logits + gumbel))
temps = [gumbel_softmax(logits, gumbel, t).max() for t in (0.5, 1.0, 5.0)]
cdf = np.cumsum(np.exp(logits))
draw = np.searchsorted(cdf, 0.35)
inverse = [int(np.argmax(cdf > r)) for r in (0.05, 0.2, 0.95)]
