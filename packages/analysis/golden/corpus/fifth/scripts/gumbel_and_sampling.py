import random
import numpy as np
import torch

logits = np.array([1.0, 2.0, 0.5])
u = np.array([0.3, 0.6, 0.9])
gumbel = -np.log(-np.log(u))
perturbed = logits + gumbel
choice = int(np.argmax(perturbed))
tau = 0.5
soft = np.exp(perturbed / tau) / np.exp(perturbed / tau).sum()
hard = np.eye(3)[choice]
straight = hard - soft + soft
taus = [0.1, 1.0, 10.0]
sweep = np.stack([np.exp((perturbed - perturbed.max()) / t) / np.exp((perturbed - perturbed.max()) / t).sum() for t in taus])
entropies = -(sweep * np.log(sweep + 1e-12)).sum(axis=1)
rising = np.all(np.diff(entropies) > 0)
np.random.seed(7)
draws = np.random.rand(3)
ints = np.random.randint(0, 3, size=5)
rng = np.random.RandomState(3)
normal = rng.randn(2)
perm = rng.permutation(4)
random.seed(10)
r = random.random()
k = random.randint(1, 6)
shuffled = list(range(5))
random.shuffle(shuffled)
picked = random.sample(range(10), 3)
gauss = random.gauss(0, 1)
gen = np.random.default_rng(123)
g = gen.random(3)
gi = gen.integers(0, 10, size=4)
p = np.exp(logits) / np.exp(logits).sum()
cdf = np.cumsum(p)
inverse = [int(np.searchsorted(cdf, v)) for v in (0.05, 0.5, 0.99)]
torch.manual_seed(0)
t_shape = torch.randn(2, 3).shape
t_soft = torch.softmax(torch.randn(4), dim=0).sum().round()
gs = torch.nn.functional.gumbel_softmax(torch.tensor([[1.0, 2.0]]), tau=1.0, hard=True)
gs_sum = gs.sum()
one = torch.multinomial(torch.tensor([0.0, 0.0, 1.0]), num_samples=1).item()
dist = torch.distributions.Categorical(logits=torch.tensor(logits))
lp = dist.log_prob(torch.tensor(1))
ent = dist.entropy()
expected = float((p * np.arange(3)).sum())
variance = float((p * np.arange(3) ** 2).sum() - expected ** 2)
