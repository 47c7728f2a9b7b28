import math
import numpy as np
import torch


def softmax_naive(xs):
    exps = [math.exp(x) for x in xs]
    total = sum(exps)
    return [e / total for e in exps]


def softmax_stable(x, axis=-1):
    x = np.asarray(x, dtype=float)
    shifted = x - x.max(axis=axis, keepdims=True)
    e = np.exp(shifted)
    return e / e.sum(axis=axis, keepdims=True)


scores = [3.0, 1.0, 0.2]
naive = softmax_naive(scores)
stable = softmax_stable(scores)
lib = torch.softmax(torch.tensor(scores), dim=0)
agree = np.allclose(naive, stable) and np.allclose(stable, lib.numpy(), atol=1e-6)
batch = softmax_stable([[1, 2, 3], [1000, 1001, 1002]])
row_sums = batch.sum(axis=1)
try:
    softmax_naive([1000.0, 0.0])
    overflow = None
except OverflowError as err:
    overflow = type(err).__name__ + ": " + str(err)
best = scores[naive.index(max(naive))]
table = []
for s, p in zip(scores, naive):
    bar = "#" * int(p * 20)
    table.append(f"{s:4.1f} {p:.3f} {bar}")
report = "\n".join(table)
jac = np.diag(stable) - np.outer(stable, stable)
log_naive = [math.log(p) for p in naive]
entropy_bits = -sum(p * math.log2(p) for p in naive)
