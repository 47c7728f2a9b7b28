import torch
import torch.nn as nn
import torch.nn.functional as F

class FocalLoss(nn.Module):
    def __init__(self, gamma=2.0, alpha=None, reduction="mean"):
        super().__init__()
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, logits, target):
        ce = F.cross_entropy(logits, target, reduction="none")
        pt = torch.exp(-ce)
        loss = (1 - pt) ** self.gamma * ce
        if self.alpha is not None:
            loss = self.alpha * loss
        if self.reduction == "mean":
            return loss.mean()
        elif self.reduction == "sum":
            return loss.sum()
        return loss

logits = torch.tensor([[2.0, 0.5], [0.1, 0.3]])
target = torch.tensor([0, 1])
mean = FocalLoss()(logits, target)
items = FocalLoss(gamma=1.0, reduction="none")(logits, target)
weighted = FocalLoss(alpha=0.25, reduction="sum")(logits, target)
