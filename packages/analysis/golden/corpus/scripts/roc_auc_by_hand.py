scores = [0.1, 0.4, 0.35, 0.8]
labels = [0, 0, 1, 1]
pos = [s for s, l in zip(scores, labels) if l]
neg = [s for s, l in zip(scores, labels) if not l]
wins = 0.0
for p in pos:
    for n in neg:
        if p > n:
            wins += 1
        elif p == n:
            wins += 0.5
auc = wins / (len(pos) * len(neg))
