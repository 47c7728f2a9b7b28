import torch
import torch.nn as nn
import torch.nn.functional as F


class FocalLoss(nn.Module):
    def __init__(self, alpha=0.25, gamma=2.0, reduction="mean"):
        super(FocalLoss, self).__init__()
        self.alpha = alpha
        self.gamma = gamma
        self.reduction = reduction

    def forward(self, inputs, targets):
        bce = F.binary_cross_entropy_with_logits(inputs, targets, reduction="none")
        pt = torch.exp(-bce)
        at = torch.where(targets == 1, torch.tensor(self.alpha), torch.tensor(1 - self.alpha))
        loss = at * (1 - pt) ** self.gamma * bce
        if self.reduction == "mean":
            return loss.mean()
        elif self.reduction == "sum":
            return loss.sum()
        return loss


class DiceLoss(nn.Module):
    def __init__(self, smooth: float = 1.0) -> None:
        super().__init__()
        self.smooth = smooth

    def forward(self, logits, target):
        p = logits.sigmoid().flatten(1)
        t = target.flatten(1)
        inter = (p * t).sum(1)
        return (1 - (2 * inter + self.smooth) / (p.sum(1) + t.sum(1) + self.smooth)).mean()


logits = torch.tensor([[2.0, -1.0], [0.3, 1.5], [-2.2, 0.0]])
targets = torch.tensor([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])

focal = FocalLoss()(logits, targets)
focal_none = FocalLoss(gamma=1.0, reduction="none")(logits, targets)
focal_zero = FocalLoss(alpha=0.5, gamma=0.0, reduction="sum")(logits, targets)
bce_sum = nn.BCEWithLogitsLoss(reduction="sum")(logits, targets)
half_matches = torch.isclose(focal_zero * 2, bce_sum).item()
dice = DiceLoss()(logits.unsqueeze(1), targets.unsqueeze(1))
pos_weight = (targets == 0).sum(0) / (targets == 1).sum(0)
weighted = nn.BCEWithLogitsLoss(pos_weight=pos_weight)(logits, targets)
by_hand = -(pos_weight * targets * F.logsigmoid(logits) + (1 - targets) * F.logsigmoid(-logits)).mean()
difference = (weighted - by_hand).abs().item() < 1e-6
asymmetric = -(targets * torch.log(torch.sigmoid(logits)) + (1 - targets) * (logits.sigmoid() - 0.05).clamp(min=0).pow(4) * torch.log(1 - (logits.sigmoid() - 0.05).clamp(min=0))).sum()
table = {f.__class__.__name__: round(float(f(logits, targets)), 4) for f in [FocalLoss(), nn.BCEWithLogitsLoss(), nn.MSELoss(), nn.SoftMarginLoss()]}
worst = max(table, key=table.get)
for name, value in sorted(table.items()):
    print(f"{name:<20}{value:>8.4f}")
