import torch
import torch.nn.functional as F

img = F.normalize(torch.tensor([[1.0, 0.2], [0.1, 1.0], [-1.0, 0.5]]), dim=-1)
txt = F.normalize(torch.tensor([[0.9, 0.1], [0.0, 1.0], [-0.8, 0.6]]), dim=-1)
logit_scale = torch.tensor(2.0).exp()
logits_per_image = logit_scale * img @ txt.t()
logits_per_text = logits_per_image.t()
labels = torch.arange(len(logits_per_image))
loss_i = F.cross_entropy(logits_per_image, labels)
loss_t = F.cross_entropy(logits_per_text, labels)
loss = (loss_i + loss_t) / 2
acc = (logits_per_image.argmax(dim=-1) == labels).float().mean().item()
z = torch.cat([img, txt])
sim = z @ z.T / 0.5
sim.fill_diagonal_(float("-inf"))
pos = torch.tensor([3, 4, 5, 0, 1, 2])
ntxent = F.cross_entropy(sim, pos)
triplet = F.triplet_margin_loss(img, txt, txt.roll(1, 0), margin=0.5)
margin = torch.relu(0.2 + (img * txt.roll(1, 0)).sum(1) - (img * txt).sum(1)).mean()
soft = logits_per_image.softmax(dim=-1)
