import math

import numpy as np
import torch
from scipy.special import expit, log_softmax, logit, logsumexp, softmax, xlogy


def lse(xs):
    m = max(xs)
    return m + math.log(sum(math.exp(x - m) for x in xs))


xs = [1000.0, 1001.0, 1002.0]
a = lse(xs)
b = logsumexp(xs)
c = torch.logsumexp(torch.tensor(xs), 0).item()
try:
    math.exp(1000)
    overflow = False
except OverflowError as e:
    overflow = True
    why = str(e)
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(xs) / np.sum(np.exp(xs))
stable = softmax(xs)
ls = log_softmax(xs)
bad_log = np.log(softmax([0.0, -800.0]))
good_log = log_softmax([0.0, -800.0])
p = expit([-710, -40, 0, 40])
back = logit(p[1:])
l1p = np.log1p(np.exp(-np.abs(np.array([-3.0, 3.0]))))
softplus = np.logaddexp(0, [-1000.0, 0.0, 1000.0])
ent = -xlogy(stable, stable).sum()
log_sigmoid = -np.logaddexp(0, -np.array([-50.0, 0.0, 50.0]))
weights = logsumexp([1.0, 2.0], b=[0.25, 0.75])
axis = logsumexp(np.arange(6).reshape(2, 3), axis=1)
one_minus = 1 - expit(40)
better = expit(-40)
f32 = torch.softmax(torch.tensor([100.0, 0.0]), 0)
lf32 = torch.log_softmax(torch.tensor([100.0, -100.0]), 0)
diff = np.float32(1e8) + np.float32(1) - np.float32(1e8)
kahan, comp = 0.0, 0.0
for v in [0.1] * 10:
    y = v - comp
    t = kahan + y
    comp = (t - kahan) - y
    kahan = t
exact = math.fsum([0.1] * 10) == kahan
