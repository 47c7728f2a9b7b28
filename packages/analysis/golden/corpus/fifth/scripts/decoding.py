import heapq
import math
import random
from collections import defaultdict
import numpy as np

random.seed(1)
vocab = ["<s>", "the", "cat", "sat", "</s>"]
idx = {w: i for i, w in enumerate(vocab)}
logits = np.array([[-9.0, 2.0, 1.0, 0.0, -2.0], [-9.0, 0.1, 2.5, 1.0, 0.0], [-9.0, 0.2, 0.1, 2.2, 1.0],
                   [-9.0, 1.0, 0.5, 0.2, 2.0], [-9.0, -9.0, -9.0, -9.0, 0.0]])
log_probs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))


def greedy(start, max_len=6):
    token, out, score = idx[start], [], 0.0
    while len(out) < max_len:
        nxt = int(log_probs[token].argmax())
        score += log_probs[token, nxt]
        token = nxt
        if vocab[token] == "</s>":
            break
        out.append(vocab[token])
    return out, score


def beam_search(start, width=2, max_len=4):
    beams = [(0.0, [idx[start]])]
    done = []
    for _ in range(max_len):
        candidates = []
        for score, seq in beams:
            for tok, lp in enumerate(log_probs[seq[-1]]):
                candidates.append((score + lp, seq + [tok]))
        candidates.sort(key=lambda c: c[0], reverse=True)
        beams = []
        for score, seq in candidates[:width]:
            (done if seq[-1] == idx["</s>"] else beams).append((score, seq))
        if not beams:
            break
    return sorted(done + beams, key=lambda c: -c[0] / len(c[1]))


words, greedy_score = greedy("<s>")
sentence = " ".join(words)
found = beam_search("<s>")
n_found = len(found)
best_score, best_seq = found[0]
best_words = [vocab[i] for i in best_seq]
perplexity = math.exp(-greedy_score / (len(words) + 1))


def top_k_filter(row, k):
    kth = np.sort(row)[-k]
    return np.where(row < kth, -np.inf, row)


def top_p_filter(p, threshold):
    order = np.argsort(p)[::-1]
    csum = np.cumsum(p[order])
    keep = order[: np.searchsorted(csum, threshold) + 1]
    out = np.zeros_like(p)
    out[keep] = p[keep]
    return out / out.sum()


filtered = top_k_filter(logits[0], 2)
p0 = np.exp(log_probs[0])
nucleus = top_p_filter(p0, 0.9)
temps = {t: float(np.exp(logits[0] / t).max() / np.exp(logits[0] / t).sum()) for t in (0.5, 1.0, 2.0)}
bigrams = defaultdict(lambda: defaultdict(int))
for a, b in zip("the cat sat the cat".split(), "cat sat the cat sat".split()):
    bigrams[a][b] += 1
cat_next = dict(bigrams["cat"])
probs = {a: {b: n / sum(c.values()) for b, n in c.items()} for a, c in bigrams.items()}
top2 = heapq.nlargest(2, range(len(p0)), key=p0.__getitem__)
sampled = random.choices(vocab, weights=p0.tolist(), k=3)
total = sum(p0)
repetition = {w: words.count(w) for w in dict.fromkeys(words)}
