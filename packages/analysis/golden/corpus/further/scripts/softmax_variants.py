import math
import numpy as np

logits = [2.0, 1.0, 0.1]

def softmax(xs):
    exps = [math.exp(x) for x in xs]
    total = sum(exps)
    return [e / total for e in exps]

def stable_softmax(xs):
    m = max(xs)
    exps = [math.exp(x - m) for x in xs]
    s = sum(exps)
    return [e / s for e in exps]

def softmax_np(x, axis=-1):
    x = np.asarray(x, dtype=np.float64)
    shifted = x - x.max(axis=axis, keepdims=True)
    e = np.exp(shifted)
    return e / e.sum(axis=axis, keepdims=True)

def log_sum_exp(xs):
    m = max(xs)
    return m + math.log(sum(math.exp(x - m) for x in xs))

probs = softmax(logits)
stable = stable_softmax([1000.0, 1001.0, 1002.0])
batch = softmax_np([[1, 2, 3], [1000, 1000, 1000]])
lse = log_sum_exp(logits)
log_probs = [x - lse for x in logits]
check = sum(probs)
best = probs.index(max(probs))
ranking = sorted(range(len(probs)), key=lambda i: -probs[i])
rounded = [round(p, 4) for p in probs]
same = np.allclose(probs, softmax_np(logits))
print(probs)
print([f"{p:.3f}" for p in probs])
