import numpy as np

tags = ["cat", "dog", "night"]
logits = np.array([2.0, -1.0, 0.3])
probs = 1 / (1 + np.exp(-logits))
chosen = [t for t, p in zip(tags, probs) if p > 0.5]
same = [t for t, z in zip(tags, logits) if z > 0]
total = probs.sum()
scores = {tag: round(float(p), 3) for tag, p in zip(tags, probs)}
any_high = bool((probs > 0.85).any())
