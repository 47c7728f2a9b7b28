import numpy as np

logits = np.array([4.0, 2.5, 1.0, 0.5])
class_names = ('setosa', 'versicolor', 'virginica', 'other')
temperatures = [0.25, 0.5, 1.0, 2.0, 5.0]


def softmax(z, T=1.0):
    z = np.asarray(z, dtype=float) / T
    z -= z.max()
    e = np.exp(z)
    return e / e.sum()


def entropy(dist, base=2):
    dist = dist[dist > 0]
    return float(-np.sum(dist * np.log(dist)) / np.log(base))


header = "T".rjust(5) + "".join(name[:6].rjust(9) for name in class_names) + "  H(bits)"
rows = [header, "-" * len(header)]
history = {}
for T in temperatures:
    probs = softmax(logits, T)
    h = entropy(probs)
    history[T] = (probs, h)
    rows.append(f"{T:5.2f}" + "".join(f"{x:9.4f}" for x in probs) + f"{h:9.3f}")

report = "\n".join(rows)
print(report)

entropies = [h for _, h in history.values()]
increasing = all(a < b for a, b in zip(entropies, entropies[1:]))
max_entropy = np.log2(len(logits))
closeness = [round(h / max_entropy, 3) for h in entropies]
sharpest = min(history, key=lambda t: history[t][1])
top_at_half = history[0.5][0].max()
ratio = history[1.0][0][0] / history[1.0][0][1]
assert np.isclose(ratio, np.exp(logits[0] - logits[1]))
untouched = logits.tolist()
greedy = softmax(logits, 1e-3)
mass = np.vstack([history[t][0] for t in temperatures])
cumulative = mass.cumsum(axis=1)
nucleus = (cumulative < 0.9).sum(axis=1) + 1
