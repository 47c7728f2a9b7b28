import torch
from torch import distributions as dist

# categorical policies
logits = torch.tensor([[1.0, 0.0, -1.0], [0.0, 0.0, 0.0]])
pi = dist.Categorical(logits=logits)
actions = torch.tensor([0, 2])
log_probs = pi.log_prob(actions)
entropy = pi.entropy()
mode_probs, greedy = pi.probs.max(-1)
batch_shape = pi.batch_shape
old = dist.Categorical(probs=torch.tensor([[0.5, 0.3, 0.2], [0.2, 0.3, 0.5]]))
kl = dist.kl_divergence(old, pi)
ratio = (log_probs - old.log_prob(actions)).exp()
advantages = torch.tensor([1.0, -0.5])
surr1 = ratio * advantages
surr2 = torch.clamp(ratio, 0.8, 1.2) * advantages
ppo_loss = -torch.min(surr1, surr2).mean() - 0.01 * entropy.mean()

# returns
rewards = [1.0, 0.0, 2.0]
gamma, R, returns = 0.9, 0.0, []
for r in rewards[::-1]:
    R = r + gamma * R
    returns.insert(0, R)
returns_t = torch.tensor(returns)
standardised = (returns_t - returns_t.mean()) / (returns_t.std() + 1e-8)

# gaussian
normal = dist.Normal(loc=torch.tensor([0.0, 1.0]), scale=torch.tensor([1.0, 0.5]))
lp = normal.log_prob(torch.tensor([0.5, 0.5]))
joint = dist.Independent(normal, 1).log_prob(torch.tensor([0.5, 0.5]))
vae_mu, vae_logvar = torch.tensor([[0.5, -0.5]]), torch.tensor([[0.0, 0.2]])
kld = -0.5 * torch.sum(1 + vae_logvar - vae_mu.pow(2) - vae_logvar.exp())
same = dist.kl_divergence(dist.Normal(vae_mu, (0.5 * vae_logvar).exp()), dist.Normal(0.0, 1.0)).sum()
quantile = normal.icdf(torch.tensor(0.975))
variance = normal.variance

# mixture
mix = dist.Categorical(torch.tensor([0.25, 0.75]))
comp = dist.Normal(torch.tensor([-1.0, 2.0]), torch.tensor([0.5, 1.0]))
gmm = dist.MixtureSameFamily(mix, comp)
points = torch.linspace(-2, 3, 6)
density = gmm.log_prob(points).exp()
gmm_mean = gmm.mean
responsibilities = torch.softmax(mix.logits + comp.log_prob(points.unsqueeze(-1)), dim=-1)
clusters = responsibilities.argmax(-1).tolist()

bern = dist.Bernoulli(logits=torch.tensor([0.0, 2.0, -2.0]))
nll = -bern.log_prob(torch.tensor([1.0, 1.0, 0.0])).sum()
bern_var = bern.variance
beta = dist.Beta(torch.tensor([2.0, 1.0]), torch.tensor([2.0, 3.0]))
beta_mean, beta_lp = beta.mean, beta.log_prob(torch.tensor([0.3, 0.3]))
print(gmm_mean, clusters)
