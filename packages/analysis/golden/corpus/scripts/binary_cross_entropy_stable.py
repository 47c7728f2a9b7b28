import torch
import torch.nn.functional as F

x = torch.tensor([30.0, -30.0, 0.5])
y = torch.tensor([0.0, 1.0, 1.0])
p = torch.sigmoid(x)
risky = -(y * torch.log(p) + (1 - y) * torch.log(1 - p))
safe = F.binary_cross_entropy_with_logits(x, y, reduction="none")
by_softplus = F.softplus(x) - x * y
clamped = torch.clamp(p, 1e-7, 1 - 1e-7)
mean_safe = safe.mean().item()
