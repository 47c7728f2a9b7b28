import numpy as np

logits = np.array([2.0, 1.0, 0.1, -1.0])
labels = ["cat", "dog", "fox", "owl"]
temps = [0.1, 0.5, 1.0, 2.0, 10.0]
results = {}
for t in temps:
    z = logits / t
    z -= z.max()
    p = np.exp(z)
    p /= p.sum()
    results[t] = p

sharpest = max(results, key=lambda t: results[t].max())
flattest = min(results, key=lambda t: results[t].max())
entropies = {t: float(-(p * np.log(p + 1e-12)).sum()) for t, p in results.items()}
ordered = sorted(entropies, key=entropies.get)
monotone = all(a <= b for a, b in zip(list(entropies.values()), list(entropies.values())[1:]))
matrix = np.stack([results[t] for t in temps])
col_means = matrix.mean(axis=0)
header = "T     " + " ".join(f"{l:>6}" for l in labels)
lines = [header]
for t in temps:
    lines.append(f"{t:<5} " + " ".join(f"{v:6.3f}" for v in results[t]))
text = "\n".join(lines)
top = {t: labels[int(np.argmax(p))] for t, p in results.items()}
ratio = results[1.0][0] / results[1.0][1]
expected_ratio = np.exp(logits[0] - logits[1])
same = bool(np.isclose(ratio, expected_ratio))
effective = {t: round(float(np.exp(h)), 2) for t, h in entropies.items()}
