import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.2, 0.3], [-1.0, 3.0, 0.0]])
targets = torch.tensor([0, 2, 1])


class FocalLoss(nn.Module):
    def __init__(self, gamma=2.0, alpha=None, reduction="mean"):
        super().__init__()
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, inputs, target):
        logp = F.log_softmax(inputs, dim=-1)
        ce = F.nll_loss(logp, target, reduction="none")
        pt = torch.exp(-ce)
        loss = (1 - pt) ** self.gamma * ce
        if self.alpha is not None:
            loss = self.alpha[target] * loss
        if self.reduction == "mean":
            return loss.mean()
        elif self.reduction == "sum":
            return loss.sum()
        return loss


focal = FocalLoss()(logits, targets)
per_item = FocalLoss(reduction="none")(logits, targets)
gamma0 = FocalLoss(gamma=0.0)(logits, targets)
ce = F.cross_entropy(logits, targets)
same = torch.isclose(gamma0, ce).item()
weighted = FocalLoss(alpha=torch.tensor([0.25, 0.5, 0.25]))(logits, targets)


class LabelSmoothing(nn.Module):
    def __init__(self, smoothing=0.1):
        super(LabelSmoothing, self).__init__()
        self.confidence = 1.0 - smoothing
        self.smoothing = smoothing

    def forward(self, x, target):
        logprobs = F.log_softmax(x, dim=-1)
        nll = -logprobs.gather(dim=-1, index=target.unsqueeze(1)).squeeze(1)
        smooth = -logprobs.mean(dim=-1)
        return (self.confidence * nll + self.smoothing * smooth).mean()


by_hand = LabelSmoothing(0.1)(logits, targets)
builtin = nn.CrossEntropyLoss(label_smoothing=0.1)(logits, targets)
agree = torch.allclose(by_hand, builtin)
true_dist = torch.full_like(logits, 0.1 / 2)
true_dist.scatter_(1, targets.data.unsqueeze(1), 0.9)
soft = torch.sum(-true_dist * F.log_softmax(logits, 1), dim=1)
curve = [((1 - p) ** 2 * -torch.log(torch.tensor(p))).item() for p in (0.1, 0.5, 0.9)]
gammas = {g: round(FocalLoss(gamma=g)(logits, targets).item(), 4) for g in (0, 1, 2, 5)}
smaller = all(a >= b for a, b in zip(list(gammas.values()), list(gammas.values())[1:]))
one_hot = F.one_hot(targets, num_classes=3).float()
dice = 1 - (2 * (F.softmax(logits, 1) * one_hot).sum() + 1) / (F.softmax(logits, 1).sum() + one_hot.sum() + 1)
weights = torch.tensor([1.0, 2.0, 0.5])
wce = F.cross_entropy(logits, targets, weight=weights)
wce_hand = (weights[targets] * F.cross_entropy(logits, targets, reduction="none")).sum() / weights[targets].sum()
logits.requires_grad_(True)
FocalLoss()(logits, targets).backward()
grad_shape = logits.grad.shape
grad_sum = logits.grad.sum(dim=1).abs().max() < 1e-6
ignored = F.cross_entropy(logits.detach(), torch.tensor([0, -100, 1]), ignore_index=-100)
