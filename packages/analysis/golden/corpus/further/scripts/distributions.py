import torch
from torch.distributions import Categorical, Bernoulli, Normal, kl_divergence

logits = torch.tensor([1.0, 2.0, 0.5])
dist = Categorical(logits=logits)
p = dist.probs
h = dist.entropy()
lp = dist.log_prob(torch.tensor(1))
batch = Categorical(probs=torch.tensor([[0.2, 0.8], [0.5, 0.5]]))
blp = batch.log_prob(torch.tensor([1, 0]))
kl = kl_divergence(Categorical(probs=torch.tensor([0.5, 0.5])), Categorical(probs=torch.tensor([0.9, 0.1])))
bern = Bernoulli(logits=torch.tensor([0.0, 2.0]))
bp = bern.probs
bl = bern.log_prob(torch.tensor([1.0, 0.0]))
bm = bern.mean
normal = Normal(0.0, 1.0)
nl = normal.log_prob(torch.tensor([0.0, 1.0]))
nk = kl_divergence(Normal(0.0, 1.0), Normal(1.0, 2.0))
ne = normal.entropy()
advantage = torch.tensor([1.0, -0.5])
pg = -(blp * advantage).mean()
ratio = torch.exp(blp - torch.tensor([-0.3, -0.6]))
clipped = torch.clamp(ratio, 0.8, 1.2)
ppo = -torch.min(ratio * advantage, clipped * advantage).mean()
v = normal.variance
