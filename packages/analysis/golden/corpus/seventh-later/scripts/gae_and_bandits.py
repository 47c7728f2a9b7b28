import torch
import torch.nn.functional as F
from torch.distributions import Categorical


def discounted(rewards, gamma=0.99):
    out, running = [], 0.0
    for r in reversed(rewards):
        running = r + gamma * running
        out.append(running)
    return torch.tensor(out[::-1])


def gae(rewards, values, dones, gamma=0.9, lam=0.8):
    advantages = torch.zeros_like(rewards)
    last = 0.0
    for t in reversed(range(len(rewards))):
        next_value = values[t + 1]
        mask = 1.0 - dones[t]
        delta = rewards[t] + gamma * next_value * mask - values[t]
        last = delta + gamma * lam * mask * last
        advantages[t] = last
    return advantages, advantages + values[:-1]


rewards = torch.tensor([1.0, 0.0, -1.0, 2.0])
values = torch.tensor([0.5, 0.4, 0.3, 0.2, 0.0])
dones = torch.tensor([0.0, 0.0, 0.0, 1.0])
returns = discounted(rewards.tolist(), 0.9)
adv, targets = gae(rewards, values, dones)
normed = (adv - adv.mean()) / (adv.std(unbiased=False) + 1e-8)

policy_logits = torch.tensor([[0.2, 0.8], [1.0, -1.0], [0.0, 0.0], [-0.5, 0.5]], requires_grad=True)
actions = torch.tensor([1, 0, 1, 0])
dist = Categorical(logits=policy_logits)
policy_loss = -(dist.log_prob(actions) * normed).mean()
value_loss = F.mse_loss(values[:-1], targets)
entropy = dist.entropy().mean()
total = policy_loss + 0.5 * value_loss - 0.01 * entropy
total.backward()
grad = policy_logits.grad
grad_norm = grad.norm().item()

q = torch.zeros(3)
counts = torch.zeros(3, dtype=torch.long)
for arm, reward in [(0, 1.0), (1, 0.5), (2, 0.0), (0, 0.0), (1, 1.0)]:
    counts[arm] += 1
    q[arm] += (reward - q[arm]) / counts[arm]
ucb = q + torch.sqrt(2 * torch.log(counts.sum().float()) / counts)
choice = ucb.argmax().item()
boltzmann = F.softmax(q / 0.1, dim=0)
q_next = torch.tensor([[1.0, 2.0], [0.5, 0.1]])
td_target = torch.tensor([0.0, 1.0]) + 0.9 * q_next.max(1)[0] * (1 - torch.tensor([0.0, 1.0]))
huber = F.smooth_l1_loss(torch.tensor([1.0, 1.5]), td_target)
value_iteration = torch.zeros(3)
P = torch.tensor([[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.0, 0.2, 0.8]])
for _ in range(20):
    value_iteration = torch.tensor([0.0, 0.0, 1.0]) + 0.5 * P @ value_iteration
