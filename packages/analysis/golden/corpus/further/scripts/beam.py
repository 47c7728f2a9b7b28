import math

model = {
    "<s>": {"the": 0.6, "a": 0.4},
    "the": {"cat": 0.5, "dog": 0.4, "</s>": 0.1},
    "a": {"cat": 0.3, "dog": 0.7},
    "cat": {"</s>": 1.0},
    "dog": {"</s>": 0.9, "cat": 0.1},
}

def beam_search(model, width=2, max_len=5):
    beams = [(0.0, ["<s>"])]
    finished = []
    for _ in range(max_len):
        candidates = []
        for score, tokens in beams:
            for word, p in model[tokens[-1]].items():
                candidates.append((score + math.log(p), tokens + [word]))
        candidates.sort(key=lambda c: c[0], reverse=True)
        beams = []
        for cand in candidates[:width]:
            if cand[1][-1] == "</s>":
                finished.append(cand)
            else:
                beams.append(cand)
        if not beams:
            break
    return sorted(finished, reverse=True)

finished = beam_search(model)
best_score, best_tokens = finished[0]
sentence = " ".join(best_tokens[1:-1])
prob = math.exp(best_score)
n_finished = len(finished)
greedy = ["<s>"]
while greedy[-1] != "</s>":
    nxt = model[greedy[-1]]
    greedy.append(max(nxt, key=nxt.get))
