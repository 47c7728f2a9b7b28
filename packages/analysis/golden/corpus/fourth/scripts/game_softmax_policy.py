import numpy as np

rewards = np.array([1.0, 2.0, 0.5])
prefs = np.zeros(3)
baseline = 0.0
actions = [0, 1, 2, 1, 1, 0]
trace = []
for t, a in enumerate(actions, start=1):
    pi = np.exp(prefs) / np.exp(prefs).sum()
    r = rewards[a]
    baseline += (r - baseline) / t
    onehot = np.eye(3)[a]
    prefs += 0.1 * (r - baseline) * (onehot - pi)
    trace.append(pi[a])
final = np.exp(prefs) / np.sum(np.exp(prefs))
best = int(final.argmax())
q = np.zeros((3, 2))
gamma, lr = 0.9, 0.5
episodes = [[(0, 1, 0.0, 1), (1, 1, 0.0, 2), (2, 0, 1.0, None)]] * 3
for ep in episodes:
    for s, a, r, s2 in ep:
        target = r if s2 is None else r + gamma * q[s2].max()
        q[s, a] += lr * (target - q[s, a])
policy = q.argmax(axis=1).tolist()
g = 0.0
returns = []
for r in reversed([1, 0, 2]):
    g = r + 0.5 * g
    returns.append(g)
returns.reverse()
norm_ret = (np.array(returns) - np.mean(returns)) / (np.std(returns) + 1e-8)
ucb = [q_ + np.sqrt(2 * np.log(6) / n) for q_, n in zip([1.0, 2.0, 0.5], [2, 3, 1])]
eps_greedy = lambda q_, eps, u: int(np.argmax(q_)) if u > eps else 0
chosen = eps_greedy([0.1, 0.9], 0.1, 0.5)
V = np.zeros(3)
P = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
R = np.array([0.0, 0.0, 1.0])
for _ in range(100):
    new = R + 0.9 * P @ V
    if np.max(np.abs(new - V)) < 1e-3:
        break
    V = new
values = V.round(2)
entropy = -(final * np.log(final)).sum()
adv = np.array([1.0, -1.0])
ratio = np.array([1.5, 0.5])
ppo = -np.minimum(ratio * adv, np.clip(ratio, 0.8, 1.2) * adv).mean()
