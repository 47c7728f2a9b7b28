"""Greedy, temperature, top-k, top-p and beam search on a fixed table of next-token logits."""
import torch
import torch.nn.functional as F

vocab = ["<s>", "the", "cat", "sat", "</s>"]
stoi = {w: i for i, w in enumerate(vocab)}
table = torch.tensor([
    [-9.0, 2.0, 1.0, 0.1, -2.0],
    [-9.0, -1.0, 2.5, 0.3, -1.0],
    [-9.0, 0.2, -1.0, 2.2, 0.5],
    [-9.0, 0.9, 0.1, -1.0, 1.8],
    [-9.0, -9.0, -9.0, -9.0, 0.0],
])


def greedy(start, steps):
    ids = [start]
    for _ in range(steps):
        nxt = int(table[ids[-1]].argmax())
        ids.append(nxt)
        if vocab[nxt] == "</s>":
            break
    return ids


def top_k_filter(logits, k):
    kth = torch.topk(logits, k).values[..., -1, None]
    return torch.where(logits < kth, torch.full_like(logits, float("-inf")), logits)


def top_p_filter(logits, p):
    sorted_logits, idx = torch.sort(logits, descending=True)
    cum = F.softmax(sorted_logits, dim=-1).cumsum(dim=-1)
    remove = cum > p
    remove[..., 1:] = remove[..., :-1].clone()
    remove[..., 0] = False
    return logits.masked_fill(remove.scatter(-1, idx, remove), float("-inf"))


def beam_search(start, width, steps):
    beams = [([start], 0.0)]
    for _ in range(steps):
        candidates = []
        for seq, score in beams:
            logp = F.log_softmax(table[seq[-1]], dim=-1)
            for tok in range(len(vocab)):
                candidates.append((seq + [tok], score + logp[tok].item()))
        candidates.sort(key=lambda c: c[1], reverse=True)
        beams = candidates[:width]
    return beams


path = greedy(stoi["<s>"], 10)
sentence = " ".join(vocab[i] for i in path)
cold = F.softmax(table[1] / 0.5, dim=-1)
hot = F.softmax(table[1] / 2.0, dim=-1)
k_probs = F.softmax(top_k_filter(table[0], 2), dim=-1)
p_probs = F.softmax(top_p_filter(table[0], 0.9), dim=-1)
kept = torch.isfinite(top_p_filter(table[2], 0.8)).nonzero().flatten().tolist()
best, second = beam_search(0, 2, 3)
best_tokens = [vocab[i] for i in best[0]]
best_score = round(best[1], 4)
penalty = best[1] / len(best[0]) ** 0.7
repetition = torch.tensor([2.0, -1.0, 0.5])
seen = torch.tensor([0, 1])
picked = repetition[seen]
penalised = repetition.index_copy(0, seen, torch.where(picked > 0, picked / 1.2, picked * 1.2))
print(sentence, best_tokens, best_score)
