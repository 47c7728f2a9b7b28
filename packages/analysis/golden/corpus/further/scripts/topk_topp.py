import torch
import torch.nn.functional as F

logits = torch.tensor([3.0, 1.0, 0.5, 2.0, -1.0])

def top_k_filter(logits, k):
    values, _ = torch.topk(logits, k)
    threshold = values[-1]
    return torch.where(logits < threshold, torch.full_like(logits, float("-inf")), logits)

def top_p_filter(logits, p=0.9):
    sorted_logits, sorted_indices = torch.sort(logits, descending=True)
    cumulative = torch.cumsum(F.softmax(sorted_logits, dim=-1), dim=-1)
    remove = cumulative > p
    remove[1:] = remove[:-1].clone()
    remove[0] = False
    filtered = logits.clone()
    filtered[sorted_indices[remove]] = float("-inf")
    return filtered

topk = top_k_filter(logits, 2)
topk_probs = F.softmax(topk, dim=0)
topp = top_p_filter(logits, 0.8)
topp_probs = topp.softmax(-1)
kept = torch.isfinite(topp).sum().item()
greedy = logits.argmax(-1)
penalty = logits.clone()
penalty[[0, 3]] /= 1.5
min_p = F.softmax(logits, -1)
min_p_mask = min_p < 0.1 * min_p.max()
filtered = logits.masked_fill(min_p_mask, -float("inf"))
