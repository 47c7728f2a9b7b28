import numpy as np

logits = np.array([2.0, 1.0, 0.1])
results = {}
for T in [0.1, 0.5, 1.0, 2.0, 10.0]:
    z = logits / T
    e = np.exp(z - z.max())
    results[T] = e / e.sum()

cold = results[0.1]
warm = results[10.0]
entropies = [float(-(p * np.log(p)).sum()) for p in results.values()]
sharpest = min(results, key=lambda t: -results[t].max())
