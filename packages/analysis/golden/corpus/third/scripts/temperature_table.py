import numpy as np


def softmax(x, temperature=1.0):
    x = np.asarray(x, dtype=np.float64) / temperature
    e = np.exp(x - x.max())
    return e / e.sum()


logits = [4.0, 2.0, 1.0, 0.5]
temperatures = [0.1, 0.5, 1.0, 2.0, 10.0]
table = {t: softmax(logits, t) for t in temperatures}
rows = []
for t, p in table.items():
    entropy = -np.sum(p * np.log(p + 1e-12))
    rows.append((t, p[0].round(4), entropy.round(4)))
    print(f"T={t:<5} {np.array2string(p, precision=3)} H={entropy:.3f}")
cold = table[0.1]
hot = table[10.0]
result = rows
greedy = int(np.argmax(logits))
header = f"{'T':>6} | {'p_max':>8} | {'entropy':>8}"
lines = [f"{t:>6.1f} | {p.max():>8.4f} | {-(p * np.log(p)).sum():>8.4f}" for t, p in table.items()]
report = "\n".join([header, "-" * len(header)] + lines)
