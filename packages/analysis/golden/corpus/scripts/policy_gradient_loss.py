import torch
from torch.distributions import Categorical

logits = torch.tensor([[1.0, 0.5, -0.5], [0.0, 0.2, 0.1]])
dist = Categorical(logits=logits)
actions = torch.tensor([0, 2])
log_probs = dist.log_prob(actions)
returns = torch.tensor([1.0, -0.5])
loss = -(log_probs * returns).mean()
entropy = dist.entropy()
probs = dist.probs
bonus = loss - 0.01 * entropy.mean()
