from collections import Counter
from functools import reduce

import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[3.0, 1.0, 0.0], [0.5, 2.5, 0.2], [1.0, 1.2, 0.9], [0.1, 0.0, 2.0], [2.0, 2.2, 0.0]])
labels = torch.tensor([0, 1, 0, 2, 1])


class TemperatureScaler(nn.Module):
    def __init__(self):
        super().__init__()
        self.temperature = nn.Parameter(torch.ones(1) * 1.5)

    def forward(self, z):
        return z / self.temperature


scaler = TemperatureScaler()
optimizer = torch.optim.SGD(scaler.parameters(), lr=0.1)
nll_before = F.cross_entropy(scaler(logits), labels).item()
for _ in range(5):
    optimizer.zero_grad()
    loss = F.cross_entropy(scaler(logits), labels)
    loss.backward()
    optimizer.step()
temperature = scaler.temperature.item()
nll_after = F.cross_entropy(scaler(logits), labels).item()

probs = F.softmax(logits, dim=1)
conf, pred = probs.max(1)
brier = ((probs - F.one_hot(labels, 3)) ** 2).sum(1).mean()
margin = probs.sort(dim=1, descending=True)[0]
margin = margin[:, 0] - margin[:, 1]
least_certain = margin.argmin().item()
threshold = conf.quantile(0.4)
abstain = (conf < threshold).nonzero().squeeze(1).tolist()

lam = 0.7
perm = torch.tensor([4, 3, 2, 1, 0])
mixed = lam * logits + (1 - lam) * logits[perm]
mix_loss = lam * F.cross_entropy(mixed, labels) + (1 - lam) * F.cross_entropy(mixed, labels[perm])
soft = lam * F.one_hot(labels, 3).float() + (1 - lam) * F.one_hot(labels[perm], 3).float()
same = torch.isclose(mix_loss, F.cross_entropy(mixed, soft))

counts = Counter(labels.tolist())
class_weights = torch.tensor([len(labels) / (3 * counts[c]) for c in range(3)])
balanced = F.cross_entropy(logits, labels, weight=class_weights)
effective = (1 - 0.9 ** torch.tensor([counts[c] for c in range(3)])) / (1 - 0.9)
priors = torch.bincount(labels, minlength=3) / labels.numel()
adjusted = (logits + priors.log()).argmax(1)
members = [probs, F.softmax(logits * 0.5, 1), F.softmax(logits + 0.1, 1)]
ensemble = reduce(torch.add, members) / len(members)
disagreement = torch.stack([m.argmax(1) for m in members]).float().std(0)
mutual_info = -(ensemble * ensemble.log()).sum(1) + torch.stack([(m * m.log()).sum(1) for m in members]).mean(0)
topk_acc = {k: logits.topk(k, 1).indices.eq(labels[:, None]).any(1).float().mean().item() for k in (1, 2, 3)}
energy = -torch.logsumexp(logits, dim=1)
report = "\n".join(f"{i}: {c:.3f} {'ok' if p == l else 'x'}" for i, (c, p, l) in enumerate(zip(conf.tolist(), pred.tolist(), labels.tolist())))
