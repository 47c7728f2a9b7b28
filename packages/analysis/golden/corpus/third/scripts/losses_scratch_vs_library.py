import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[1.2, -0.4, 0.3], [0.1, 0.9, -1.5]])
targets = torch.tensor([0, 2])
log_probs = logits - logits.logsumexp(dim=1, keepdim=True)
nll = -log_probs[range(2), targets]
by_hand = nll.mean()
library = nn.CrossEntropyLoss()(logits, targets)
match = torch.isclose(by_hand, library).item()
weights = torch.tensor([1.0, 2.0, 0.5])
weighted = (nll * weights[targets]).sum() / weights[targets].sum()
weighted_lib = F.cross_entropy(logits, targets, weight=weights)
eps = 0.1
smooth = (1 - eps) * nll + eps * -log_probs.mean(dim=1)
smooth_lib = F.cross_entropy(logits, targets, label_smoothing=eps)
onehot = F.one_hot(targets, num_classes=3).float()
soft = -(onehot * log_probs).sum(dim=1)
focal = ((1 - nll.neg().exp()) ** 2 * nll).mean()
z = torch.tensor([0.3, -1.2, 2.0])
t = torch.tensor([1.0, 0.0, 1.0])
bce_stable = (z.clamp(min=0) - z * t + torch.log1p(torch.exp(-z.abs()))).mean()
bce_lib = nn.BCEWithLogitsLoss()(z, t)
bce_prob = nn.BCELoss()(torch.sigmoid(z), t)
pos = F.binary_cross_entropy_with_logits(z, t, pos_weight=torch.tensor(2.0))
p = torch.sigmoid(z)
dice = 1 - (2 * (p * t).sum() + 1) / (p.sum() + t.sum() + 1)
hinge = torch.clamp(1 - (2 * t - 1) * z, min=0).mean()
ignore = F.cross_entropy(logits, torch.tensor([0, -100]))
none = F.cross_entropy(logits, targets, reduction="none").tolist()
total = F.cross_entropy(logits, targets, reduction="sum").item()
kl = F.kl_div(F.log_softmax(logits, 1), onehot * 0.9 + 0.1 / 3, reduction="batchmean")
np_version = -np.log(np.exp(1.2) / (np.exp(1.2) + np.exp(-0.4) + np.exp(0.3)))
