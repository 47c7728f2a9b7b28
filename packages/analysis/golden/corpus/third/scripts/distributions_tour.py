import torch
from torch.distributions import Bernoulli, Beta, Categorical, Normal, kl_divergence

c = Categorical(logits=torch.tensor([2.0, 1.0, 0.1]))
probs = c.probs
lp = c.log_prob(torch.tensor(0))
h = c.entropy()
normalised = c.logits
batch = Categorical(probs=torch.tensor([[1.0, 1.0, 2.0], [0.2, 0.3, 0.5]]))
p = batch.probs
lps = batch.log_prob(torch.tensor([2, 0]))
b = Bernoulli(logits=torch.tensor([0.0, 1.5]))
bp = b.probs
blp = b.log_prob(torch.tensor([1.0, 0.0]))
bh = b.entropy()
bm = b.mean
bv = b.variance
n = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
nlp = n.log_prob(torch.tensor([0.5, 0.5]))
ncdf = n.cdf(torch.tensor([0.0, 3.0]))
nh = n.entropy()
kl_n = kl_divergence(n, Normal(0.0, 1.0))
kl_c = kl_divergence(c, Categorical(logits=torch.zeros(3)))
kl_hand = (probs * (probs.log() - torch.log(torch.tensor(1 / 3)))).sum()
beta_mean = Beta(torch.tensor(2.0), torch.tensor(5.0)).mean
shape = batch.batch_shape
advantage = torch.tensor([1.0, -0.5])
policy_loss = -(lps * advantage).mean()
ratio = torch.exp(lps - torch.tensor([-1.0, -1.5]))
clipped = torch.min(ratio * advantage, torch.clamp(ratio, 0.8, 1.2) * advantage)
entropy_bonus = 0.01 * batch.entropy().mean()
ppo = -clipped.mean() - entropy_bonus
