import torch

tags = ["person", "car", "tree", "dog"]
logits = torch.tensor([[1.2, -0.4, 0.3, -2.0], [-1.0, 2.2, -0.1, 0.0]])
targets = torch.tensor([[1, 0, 1, 0], [0, 1, 0, 1]], dtype=torch.float)
probs = torch.sigmoid(logits)
preds = (probs > 0.5).int()
names = [[tags[j] for j in range(4) if row[j]] for row in preds.tolist()]
exact = (preds == targets).all(dim=1).float().mean().item()
hamming = (preds != targets.int()).float().mean()
tp = ((preds == 1) & (targets == 1)).sum(dim=0)
fp = ((preds == 1) & (targets == 0)).sum(dim=0)
fn = ((preds == 0) & (targets == 1)).sum(dim=0)
f1 = 2 * tp / (2 * tp + fp + fn).clamp(min=1)
loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, targets)
per_tag = torch.nn.BCEWithLogitsLoss(reduction="none")(logits, targets).mean(0)
pos_weight = (targets == 0).sum(0) / (targets == 1).sum(0)
top2 = probs.topk(2, dim=1).indices.tolist()
thresholds = torch.tensor([0.7, 0.3, 0.5, 0.5])
custom = probs.ge(thresholds).long()
