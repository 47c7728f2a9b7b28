import numpy as np
import torch

rewards = [1.0, 0.0, 2.0]
gamma = 0.9
returns = []
R = 0
for r in rewards[::-1]:
    R = r + gamma * R
    returns.insert(0, R)
G = torch.tensor(returns)
norm = (G - G.mean()) / (G.std() + 1e-9)
logits = torch.tensor([[1.0, 0.5], [0.2, 0.3], [2.0, -1.0]])
actions = torch.tensor([0, 1, 0])
logp = torch.log_softmax(logits, dim=-1).gather(1, actions[:, None]).squeeze()
loss = -(logp * norm).sum()
Q = np.zeros((2, 2))
for s, a, r, s2 in [(0, 1, 1.0, 1), (1, 0, 0.0, 0), (0, 1, 1.0, 1)]:
    Q[s, a] += 0.5 * (r + gamma * Q[s2].max() - Q[s, a])
table = Q
policy = Q.argmax(axis=1)
eps = 0.1
probs = np.full(2, eps / 2)
probs[policy[0]] += 1 - eps
boltz = np.exp(Q / 0.5) / np.exp(Q / 0.5).sum(axis=1, keepdims=True)
counts = np.array([10, 5, 1])
means = np.array([0.3, 0.5, 0.4])
ucb = means + np.sqrt(2 * np.log(counts.sum()) / counts)
choice = int(np.argmax(ucb))
values = {"a": 0.0, "b": 0.0}
for _ in range(3):
    values = {"a": 1 + gamma * values["b"], "b": 0.5 * values["a"]}
va = values["a"]
gae = 0.0
adv = []
V = [0.5, 0.4, 0.3, 0.0]
for t in reversed(range(3)):
    delta = rewards[t] + gamma * V[t + 1] - V[t]
    gae = delta + gamma * 0.95 * gae
    adv.append(gae)
advantages = adv[::-1]
elo = 1 / (1 + 10 ** ((1600 - 1400) / 400))
