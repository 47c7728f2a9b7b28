import torch
from torch.distributions import Beta, Bernoulli, Categorical, Dirichlet, Normal, Uniform, kl_divergence

logits = torch.tensor([1.0, 0.0, -1.0])
pi = Categorical(logits=logits)
probs = pi.probs
lp = pi.log_prob(torch.tensor(0))
ent = pi.entropy()
all_lp = pi.log_prob(torch.arange(3))
total = all_lp.exp().sum()
n = Normal(0.0, 2.0)
n_lp = n.log_prob(torch.tensor([0.0, 1.0]))
n_cdf = n.cdf(torch.tensor(0.0))
n_ent = n.entropy()
icdf = n.icdf(torch.tensor(0.975))
b = Bernoulli(probs=torch.tensor([0.1, 0.9]))
b_lp = b.log_prob(torch.tensor([1.0, 1.0]))
b_logits = b.logits
b_ent = b.entropy()
u = Uniform(-1.0, 1.0)
u_lp = u.log_prob(torch.tensor(0.3))
beta = Beta(torch.tensor(2.0), torch.tensor(2.0))
beta_lp = beta.log_prob(torch.tensor(0.25))
beta_mean = beta.mean
d = Dirichlet(torch.ones(3))
d_mean = d.mean
kl_n = kl_divergence(Normal(0.0, 1.0), Normal(1.0, 1.0))
kl_c = kl_divergence(Categorical(probs=torch.tensor([0.5, 0.5])), Categorical(probs=torch.tensor([0.25, 0.75])))
batch = Categorical(probs=torch.tensor([[0.1, 0.9], [0.6, 0.4]]))
batch_lp = batch.log_prob(torch.tensor([1, 0]))
shape = tuple(batch.batch_shape)
mean, std = n.mean, n.stddev
reinforce = -(batch_lp * torch.tensor([1.0, -0.5])).mean()
ratio = torch.exp(batch_lp - torch.tensor([-0.2, -0.6]))
events = batch.param_shape
