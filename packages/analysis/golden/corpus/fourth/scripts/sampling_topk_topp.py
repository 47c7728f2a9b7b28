import numpy as np
import torch
import torch.nn.functional as F


def top_k_filter(logits, k):
    values, _ = torch.topk(logits, k)
    return torch.where(logits < values[..., -1, None], torch.full_like(logits, float("-inf")), logits)


def top_p_filter(probs, p):
    order = np.argsort(probs)[::-1]
    cum = np.cumsum(probs[order])
    cut = int(np.searchsorted(cum, p)) + 1
    keep = order[:cut]
    out = np.zeros_like(probs)
    out[keep] = probs[keep]
    return out / out.sum()


logits = torch.tensor([2.0, 1.0, 0.5, -0.5, -2.0])
filtered = top_k_filter(logits, 3)
probs_k = F.softmax(filtered, dim=-1)
probs = np.array([0.5, 0.25, 0.15, 0.07, 0.03])
nucleus = top_p_filter(probs, 0.8)
nucleus_tiny = top_p_filter(probs, 0.3)
kept = (nucleus > 0).sum()
sorted_logits, sorted_idx = torch.sort(logits, descending=True)
cumulative = torch.cumsum(F.softmax(sorted_logits, dim=-1), dim=-1)
remove = cumulative > 0.9
remove[1:] = remove[:-1].clone()
remove[0] = False
masked = logits.clone()
masked[sorted_idx[remove]] = float("-inf")
final = F.softmax(masked, dim=-1)
u = 0.83
cdf = np.cumsum(probs)
drawn = int(np.searchsorted(cdf, u))
draws = [int((cdf < r).sum()) for r in (0.1, 0.55, 0.9, 0.999)]
min_p = probs * (probs >= 0.1 * probs.max())
min_p = min_p / min_p.sum()
penalty = 1.2
generated = [0, 2]
pen = logits.clone()
for t in set(generated):
    pen[t] = pen[t] / penalty if pen[t] > 0 else pen[t] * penalty
greedy = pen.argmax().item()
temps = {t: F.softmax(logits / t, dim=0)[0].item() for t in (0.5, 1.0, 1.5)}
