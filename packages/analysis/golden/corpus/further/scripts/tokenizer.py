text = "the quick brown fox jumps over the lazy dog the end"
tokens = text.split()
vocab = {w: i for i, w in enumerate(sorted(set(tokens)))}
ids = [vocab[t] for t in tokens]
bigrams = list(zip(tokens, tokens[1:]))
counts = {}
for a, b in bigrams:
    counts.setdefault(a, {})
    counts[a][b] = counts[a].get(b, 0) + 1
the_next = counts["the"]
probs = {w: c / sum(the_next.values()) for w, c in the_next.items()}
decoded = " ".join(sorted(vocab, key=vocab.get)[i] for i in ids[:3])
lengths = [len(w) for w in tokens]
longest = max(tokens, key=len)
unique = len(set(tokens))
upper = [w.upper() if i % 2 == 0 else w for i, w in enumerate(tokens[:4])]
vowels = sum(ch in "aeiou" for ch in text)
padded = ids[:3] + [0] * (5 - len(ids[:3]))
chars = sorted(set(text.replace(" ", "")))
stoi = {ch: i for i, ch in enumerate(chars)}
encoded = [stoi[c] for c in "fox"]
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) for c in "xyz")
is_pal = (lambda s: s == s[::-1])("level")
words = {len(w): [v for v in sorted(set(tokens)) if len(v) == len(w)] for w in sorted(set(tokens))}
title = text.title()[:9]
idx = text.find("fox")
parts = text.partition("fox")[2].strip().split(" ", 1)
tf = {w: tokens.count(w) / len(tokens) for w in ("the", "fox")}
