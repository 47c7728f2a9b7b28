import torch
import torch.nn.functional as F


def top_k_top_p_filtering(logits, top_k=0, top_p=0.0, filter_value=-float("Inf")):
    assert logits.dim() == 1
    top_k = min(top_k, logits.size(-1))
    if top_k > 0:
        indices_to_remove = logits < torch.topk(logits, top_k)[0][..., -1, None]
        logits[indices_to_remove] = filter_value
    if top_p > 0.0:
        sorted_logits, sorted_indices = torch.sort(logits, descending=True)
        cumulative_probs = torch.cumsum(F.softmax(sorted_logits, dim=-1), dim=-1)
        sorted_indices_to_remove = cumulative_probs > top_p
        sorted_indices_to_remove[..., 1:] = sorted_indices_to_remove[..., :-1].clone()
        sorted_indices_to_remove[..., 0] = 0
        indices_to_remove = sorted_indices[sorted_indices_to_remove]
        logits[indices_to_remove] = filter_value
    return logits


logits = torch.tensor([3.0, 1.0, 2.0, 0.0, -1.0])
k3 = top_k_top_p_filtering(logits.clone(), top_k=3)
p9 = top_k_top_p_filtering(logits.clone(), top_p=0.9)
both = top_k_top_p_filtering(logits.clone(), top_k=4, top_p=0.8)
probs_k = F.softmax(k3, dim=-1)
probs_p = F.softmax(p9, dim=-1)
kept = torch.isfinite(p9).sum().item()
untouched = logits


def min_p(logits, p_min):
    probs = F.softmax(logits, dim=-1)
    keep = probs >= p_min * probs.max()
    return torch.where(keep, logits, torch.full_like(logits, float("-inf")))


filtered = min_p(logits, 0.1)
scores = F.softmax(filtered / 0.7, dim=-1)


def repetition_penalty(logits, generated, penalty):
    score = torch.gather(logits, 0, generated)
    score = torch.where(score < 0, score * penalty, score / penalty)
    return logits.scatter(0, generated, score)


penalised = repetition_penalty(logits, torch.tensor([0, 4]), 1.2)
greedy = torch.argmax(penalised).item()
