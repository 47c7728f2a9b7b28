# InfoNCE, NT-Xent, triplet, CLIP
import torch
import torch.nn.functional as F
from torch import Tensor


def info_nce(query: Tensor, keys: Tensor, temperature: float = 0.1) -> Tensor:
    query, keys = F.normalize(query, dim=-1), F.normalize(keys, dim=-1)
    logits = query @ keys.t() / temperature
    labels = torch.arange(len(query), device=query.device)
    return F.cross_entropy(logits, labels)


def nt_xent(z1, z2, tau=0.5):
    z = F.normalize(torch.cat([z1, z2]), dim=1)
    sim = z @ z.T / tau
    n = z1.shape[0]
    sim.fill_diagonal_(float("-inf"))
    targets = torch.cat([torch.arange(n, 2 * n), torch.arange(n)])
    return F.cross_entropy(sim, targets), sim


a = torch.tensor([[1.0, 0.0, 0.5], [0.0, 1.0, -0.5], [0.3, 0.3, 1.0]])
b = torch.tensor([[0.9, 0.1, 0.4], [0.1, 1.2, -0.2], [0.0, 0.5, 0.8]])

nce = info_nce(a, b)
nce_hot = info_nce(a, b, temperature=1.0)
loss, sim = nt_xent(a, b)
positives = torch.diagonal(sim, offset=3)
is_masked = torch.isinf(sim).sum().item()

logit_scale = torch.tensor(2.6593).exp()
image, text = F.normalize(a, dim=-1), F.normalize(b, dim=-1)
logits_per_image = logit_scale * image @ text.t()
logits_per_text = logits_per_image.t()
gt = torch.arange(3)
clip_loss = (F.cross_entropy(logits_per_image, gt) + F.cross_entropy(logits_per_text, gt)) / 2
zero_shot = logits_per_image.softmax(dim=-1)
top = zero_shot.argmax(dim=-1).tolist()

anchor, positive, negative = a[0:1], b[0:1], b[1:2]
d_ap = (anchor - positive).pow(2).sum(1).sqrt()
d_an = (anchor - negative).norm(dim=1)
triplet = F.relu(d_ap - d_an + 1.0)
builtin = F.triplet_margin_loss(anchor, positive, negative, margin=1.0)
pair = torch.cdist(a, b)
hardest = pair.masked_fill(torch.eye(3, dtype=torch.bool), float("inf")).min(dim=1)
hard_idx = hardest.indices
hard_val = hardest.values
print(f"{nce:.4f} {clip_loss.item():.4f}")
