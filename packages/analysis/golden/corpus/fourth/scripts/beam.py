import heapq
import math

model = {
    "<s>": {"the": 0.6, "a": 0.4},
    "the": {"cat": 0.5, "dog": 0.4, "</s>": 0.1},
    "a": {"cat": 0.3, "dog": 0.7},
    "cat": {"sat": 0.7, "</s>": 0.3},
    "dog": {"ran": 0.6, "</s>": 0.4},
    "sat": {"</s>": 1.0},
    "ran": {"</s>": 1.0},
}


def greedy(start="<s>", limit=10):
    out, score = [start], 0.0
    while out[-1] != "</s>" and len(out) < limit:
        token, p = max(model[out[-1]].items(), key=lambda kv: kv[1])
        out.append(token)
        score += math.log(p)
    return out, score


def beam_search(width, limit=6):
    beams = [(0.0, ["<s>"])]
    done = []
    for _ in range(limit):
        candidates = []
        for score, seq in beams:
            if seq[-1] == "</s>":
                done.append((score, seq))
                continue
            for token, p in model[seq[-1]].items():
                candidates.append((score + math.log(p), seq + [token]))
        if not candidates:
            break
        beams = heapq.nlargest(width, candidates, key=lambda c: c[0])
    return sorted(done, key=lambda c: c[0] / len(c[1]), reverse=True)


greedy_seq, greedy_score = greedy()
found = beam_search(2)
wide = beam_search(4)
best_score, best_seq = found[0]
sentence = " ".join(best_seq[1:-1])
n_done = len(wide)
probabilities = [round(math.exp(s), 4) for s, _ in wide]
texts = {" ".join(seq[1:-1]): round(s, 3) for s, seq in wide}
lengths = [len(seq) for _, seq in wide]
normalized = [s / (len(q) ** 0.7) for s, q in wide]


def all_paths(token="<s>", p=1.0, path=()):
    path = path + (token,)
    if token == "</s>":
        yield path, p
        return
    for nxt, q in model[token].items():
        yield from all_paths(nxt, p * q, path)


paths = list(all_paths())
total = sum(p for _, p in paths)
top_path = max(paths, key=lambda t: t[1])
