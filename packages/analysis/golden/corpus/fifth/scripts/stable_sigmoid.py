import math
import numpy as np


def sigmoid_naive(x):
    return 1 / (1 + math.exp(-x))


def sigmoid_stable(x):
    if x >= 0:
        z = math.exp(-x)
        return 1 / (1 + z)
    z = math.exp(x)
    return z / (1 + z)


def safe(fn, x):
    try:
        return fn(x)
    except OverflowError as err:
        return f"OverflowError: {err}"


inputs = [-1000, -10, -1, 0, 1, 10, 1000]
naive = [safe(sigmoid_naive, x) for x in inputs]
stable = [sigmoid_stable(x) for x in inputs]
table = "\n".join(f"{x:>6} | {s:.6f}" for x, s in zip(inputs, stable))


def sigmoid_vec(x):
    out = np.empty_like(x, dtype=np.float64)
    pos = x >= 0
    out[pos] = 1 / (1 + np.exp(-x[pos]))
    ez = np.exp(x[~pos])
    out[~pos] = ez / (1 + ez)
    return out


xs = np.array(inputs, dtype=float)
vec = sigmoid_vec(xs)
same = np.allclose(vec, stable)
derivative = vec * (1 - vec)
h = 1e-5
numeric = (sigmoid_vec(xs + h) - sigmoid_vec(xs - h)) / (2 * h)
max_gap = float(np.abs(numeric - derivative).max()) < 1e-9
symmetric = np.allclose(vec + sigmoid_vec(-xs), 1)


def bce_with_logits(z, t):
    return max(z, 0) - z * t + math.log1p(math.exp(-abs(z)))


losses = {f"{z}/{t}": round(bce_with_logits(z, t), 6) for z in (-2.0, 0.5, 100.0) for t in (0, 1)}
worst = max(losses, key=losses.get)
total = math.fsum(losses.values())
f16 = np.float16(-12)
half = 1 / (1 + np.exp(-f16))
single = 1 / (1 + np.exp(-np.float32(90)))
double = 1 / (1 + np.exp(-90.0))
labels = (vec > 0.5).astype(int)
