import numpy as np

labels = ["cat", "dog", "bird"]
logits = np.array([2.0, 1.0, 0.1])

def softmax(z, temperature=1.0):
    z = z / temperature
    z = z - np.max(z)
    return np.exp(z) / np.sum(np.exp(z))

results = {}
for T in (0.5, 1.0, 2.0, 10.0):
    results[T] = softmax(logits, temperature=T)

sharp = results[0.5]
flat = results[10.0]
entropies = {T: float(-(p * np.log(p)).sum()) for T, p in results.items()}
rows = []
for T, p in results.items():
    row = ", ".join(f"{label}={value:.3f}" for label, value in zip(labels, p))
    rows.append(f"T={T:<4}: {row}")
table = "\n".join(rows)
hottest = max(results, key=lambda t: results[t].max())
best_label = labels[int(np.argmax(sharp))]
print(table)
