import math

def entropy_at(t, logits=(2.0, 1.0, 0.1)):
    e = [math.exp(z / t) for z in logits]
    s = sum(e)
    p = [x / s for x in e]
    return -sum(x * math.log(x) for x in p)

target = 1.0
lo, hi = 0.1, 10.0
steps = 0
while hi - lo > 1e-6:
    mid = (lo + hi) / 2
    if entropy_at(mid) < target:
        lo = mid
    else:
        hi = mid
    steps += 1
temperature = round((lo + hi) / 2, 5)
