import math

corpus = "the cat sat on the mat the dog sat"
tokens = corpus.split()
vocab = {word: i for i, word in enumerate(sorted(set(tokens)))}
ids = [vocab[t] for t in tokens]
counts = {}
for t in tokens:
    counts[t] = counts.get(t, 0) + 1
total = sum(counts.values())
probs = {w: c / total for w, c in counts.items()}
surprise = {w: round(-math.log2(p), 3) for w, p in probs.items()}
top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:2]
bigrams = list(zip(tokens, tokens[1:]))
following = {}
for a, b in bigrams:
    following.setdefault(a, []).append(b)
after_the = following["the"]
perplexity = math.exp(-sum(math.log(probs[t]) for t in tokens) / len(tokens))
inverse = {i: w for w, i in vocab.items()}
decoded = " ".join(inverse[i] for i in ids[:3])
merged = {**counts, "new": 1}
nested = {"train": {"loss": [0.9, 0.5], "acc": 0.8}}
nested["train"]["loss"].append(0.3)
best = min(nested["train"]["loss"])
first, *middle, last = tokens
letters = "".join(sorted({c for c in corpus if c != " "}))
(a, b), c = (1, 2), 3
flags = [w.startswith("t") and len(w) == 3 for w in vocab]
