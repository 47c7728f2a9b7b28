from collections import Counter, defaultdict

text = "abababac"
counts = defaultdict(Counter)
for a, b in zip(text, text[1:]):
    counts[a][b] += 1
probs = {}
for a, following in counts.items():
    total = sum(following.values())
    probs[a] = {b: n / total for b, n in following.items()}
p_ab = probs["a"]["b"]
likeliest = max(probs["a"], key=probs["a"].get)
length = len(counts)
