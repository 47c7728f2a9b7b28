import torch
import torch.nn as nn
import torch.nn.functional as F


def smooth(targets, n, eps=0.1):
    one_hot = F.one_hot(targets, n).float()
    return one_hot * (1 - eps) + eps / n


class FocalLoss(nn.Module):
    def __init__(self, gamma=2.0, alpha=None, reduction="mean"):
        super().__init__()
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, logits, targets):
        logp = F.log_softmax(logits, dim=-1)
        logpt = logp.gather(1, targets.unsqueeze(1)).squeeze(1)
        pt = logpt.exp()
        loss = -((1 - pt) ** self.gamma) * logpt
        if self.alpha is not None:
            loss = self.alpha[targets] * loss
        if self.reduction == "mean":
            return loss.mean()
        elif self.reduction == "sum":
            return loss.sum()
        return loss


logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 3.0], [1.0, 1.0, 1.0]])
targets = torch.tensor([0, 2, 1])
soft = smooth(targets, 3)
by_hand = -(soft * F.log_softmax(logits, dim=1)).sum(dim=1).mean()
built_in = F.cross_entropy(logits, targets, label_smoothing=0.1)
with_soft = F.cross_entropy(logits, soft)
plain = F.cross_entropy(logits, targets)
focal = FocalLoss()(logits, targets)
focal0 = FocalLoss(gamma=0.0)(logits, targets)
focal_none = FocalLoss(reduction="none")(logits, targets)
focal_alpha = FocalLoss(alpha=torch.tensor([0.25, 0.5, 0.25]), reduction="sum")(logits, targets)
gap = (by_hand - built_in).abs() < 1e-6
same0 = torch.isclose(focal0, plain)
ratio = (focal / plain).item() < 1
losses = {g: round(FocalLoss(gamma=g)(logits, targets).item(), 4) for g in (0, 0.5, 1, 2, 5)}


def binary_focal(z, y, gamma=2.0, alpha=0.25):
    p = torch.sigmoid(z)
    ce = F.binary_cross_entropy_with_logits(z, y, reduction="none")
    p_t = p * y + (1 - p) * (1 - y)
    a_t = alpha * y + (1 - alpha) * (1 - y)
    return a_t * (1 - p_t) ** gamma * ce


z = torch.tensor([2.0, -1.0, 0.5])
y = torch.tensor([1.0, 0.0, 1.0])
bf = binary_focal(z, y)
dice = 1 - (2 * (torch.sigmoid(z) * y).sum() + 1) / (torch.sigmoid(z).sum() + y.sum() + 1)
