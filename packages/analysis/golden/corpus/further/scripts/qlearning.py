import numpy as np

Q = np.zeros((3, 2))
alpha, gamma = 0.5, 0.9
episodes = [(0, 1, 0.0, 1), (1, 0, 1.0, 2), (0, 0, -1.0, 0), (0, 1, 0.0, 1), (1, 0, 1.0, 2)]
for s, a, r, s2 in episodes:
    target = r + gamma * Q[s2].max()
    Q[s, a] += alpha * (target - Q[s, a])
policy = Q.argmax(axis=1)
value = Q.max(axis=1)
boltz = np.exp(Q / 0.5) / np.exp(Q / 0.5).sum(axis=1, keepdims=True)
returns = []
G = 0
for r in reversed([1, 0, 2]):
    G = r + gamma * G
    returns.insert(0, G)
ucb = [q + np.sqrt(2 * np.log(10) / n) for q, n in zip([0.5, 0.6], [4, 6])]
arm = int(np.argmax(ucb))
V = {s: 0.0 for s in range(3)}
for _ in range(5):
    V = {s: (1.0 if s == 2 else 0.0) + gamma * V[min(s + 1, 2)] * (s != 2) for s in V}
