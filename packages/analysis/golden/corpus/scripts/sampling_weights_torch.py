import torch
import torch.nn.functional as F

logits = torch.tensor([2.0, 1.0, 0.5, -1.0])
values, indices = torch.topk(logits, k=2)
limit = values[-1]
kept = torch.where(logits < limit, torch.tensor(float("-inf")), logits)
probs = F.softmax(kept, dim=-1)
sorted_logits, order = torch.sort(logits, descending=True)
cumulative = torch.cumsum(F.softmax(sorted_logits, dim=-1), dim=-1)
remove = cumulative > 0.9
greedy = logits.argmax().item()
