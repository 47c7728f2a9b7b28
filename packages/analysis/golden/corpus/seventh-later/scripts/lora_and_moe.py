import torch
from torch import nn
import torch.nn.functional as F


class LoRALinear(nn.Module):
    def __init__(self, base: nn.Linear, rank: int = 1, alpha: float = 2.0):
        super().__init__()
        self.base = base
        for p in self.base.parameters():
            p.requires_grad = False
        self.A = nn.Parameter(torch.ones(rank, base.in_features) * 0.1)
        self.B = nn.Parameter(torch.zeros(base.out_features, rank))
        self.scale = alpha / rank

    def forward(self, x):
        return self.base(x) + (x @ self.A.T @ self.B.T) * self.scale


class TopKRouter(nn.Module):
    def __init__(self, gate, k=2):
        super().__init__()
        self.gate = nn.Parameter(gate)
        self.k = k

    def forward(self, x):
        logits = x @ self.gate
        top, idx = logits.topk(self.k, dim=-1)
        weights = torch.zeros_like(logits).scatter(-1, idx, F.softmax(top, dim=-1))
        return weights, idx


base = nn.Linear(2, 3)
base.load_state_dict({"weight": torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), "bias": torch.tensor([0.1, 0.2, 0.3])})
layer = LoRALinear(base)
x = torch.tensor([[1.0, 2.0], [-1.0, 0.5]])
before = layer(x).detach()
unchanged = torch.equal(before, base(x))
trainable = [n for n, p in layer.named_parameters() if p.requires_grad]
ratio = sum(p.numel() for p in layer.parameters() if p.requires_grad) / sum(p.numel() for p in layer.parameters())

opt = torch.optim.SGD([p for p in layer.parameters() if p.requires_grad], lr=0.1)
target = torch.tensor([0, 2])
for _ in range(3):
    opt.zero_grad()
    loss = F.cross_entropy(layer(x), target)
    loss.backward()
    opt.step()
b_after = layer.B.detach().clone()
merged = base.weight + layer.scale * (layer.B @ layer.A)
same = torch.allclose(layer(x), F.linear(x, merged, base.bias), atol=1e-6)
base_untouched = base.weight.grad is None

router = TopKRouter(torch.tensor([[1.0, 0.0, -1.0], [0.5, 1.0, 0.0]]))
gates, chosen = router(x)
experts = [lambda t: t * 2, lambda t: t + 1, lambda t: -t]
outputs = torch.stack([e(x) for e in experts], dim=1)
mixed = (gates.unsqueeze(-1) * outputs).sum(dim=1)
load = gates.gt(0).sum(0)
importance = gates.sum(0)
cv_squared = (importance.float().var() / (importance.float().mean() ** 2 + 1e-10)).item()
aux = 3 * (gates.mean(0) * F.one_hot(chosen[:, 0], 3).float().mean(0)).sum()
