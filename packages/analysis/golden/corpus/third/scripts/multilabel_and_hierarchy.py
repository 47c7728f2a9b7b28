import torch
import torch.nn.functional as F

logits = torch.tensor([[1.2, -0.8, 0.1], [-2.0, 3.0, 0.4]])
targets = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
probs = torch.sigmoid(logits)
pred = (probs > 0.5).float()
by_logit = (logits > 0).float()
same = torch.equal(pred, by_logit)
exact = (pred == targets).all(dim=1).float().mean()
hamming = (pred != targets).float().mean()
tp = (pred * targets).sum(0)
fp = (pred * (1 - targets)).sum(0)
fn = ((1 - pred) * targets).sum(0)
precision = tp / (tp + fp).clamp(min=1)
recall = tp / (tp + fn).clamp(min=1)
f1 = 2 * precision * recall / (precision + recall + 1e-8)
micro = 2 * tp.sum() / (2 * tp.sum() + fp.sum() + fn.sum())
macro = f1.mean()
jaccard = ((pred * targets).sum(1) / ((pred + targets) > 0).sum(1)).mean()
pos_weight = (targets == 0).sum(0) / targets.sum(0)
loss = F.binary_cross_entropy_with_logits(logits, targets, pos_weight=pos_weight)
per_class = F.binary_cross_entropy_with_logits(logits, targets, reduction="none").mean(0)
names = ["a", "b", "c"]
found = [[n for n, f in zip(names, row) if f] for row in pred.bool().tolist()]
ranked = [names[i] for i in logits[0].argsort(descending=True)]
pt = torch.where(targets == 1, probs, 1 - probs)
focal = (-(1 - pt) ** 2 * pt.log()).mean()
asl = (targets * torch.log(probs) + (1 - targets) * torch.log(1 - (probs - 0.05).clamp(min=0))).sum().neg()
dice = 1 - (2 * (probs * targets).sum() / (probs.sum() + targets.sum()))
top = torch.topk(probs, 2, dim=1)
vals, idx = top
first = top.values[0, 0].item()
union = (pred.bool() | targets.bool()).int()
inter = (pred.bool() & targets.bool()).sum().item()
