import numpy as np

log_probs = np.log(np.array([[0.1, 0.6, 0.3], [0.5, 0.2, 0.3], [0.3, 0.3, 0.4]]))


def beam_search(lp, k):
    beams = [((), 0.0)]
    for row in lp:
        candidates = [(seq + (i,), score + row[i]) for seq, score in beams for i in range(len(row))]
        beams = sorted(candidates, key=lambda c: c[1], reverse=True)[:k]
    return beams


beams = beam_search(log_probs, 2)
best_seq, best_score = beams[0]
probs = [float(np.exp(s)) for _, s in beams]
greedy = [int(r.argmax()) for r in log_probs]
same = tuple(greedy) == best_seq
A = np.array([[0.7, 0.3], [0.4, 0.6]])
B = np.array([[0.9, 0.1], [0.2, 0.8]])
pi = np.array([0.6, 0.4])
obs = [0, 0, 1]
V = np.zeros((len(obs), 2))
back = np.zeros((len(obs), 2), dtype=int)
V[0] = pi * B[:, obs[0]]
for t in range(1, len(obs)):
    for j in range(2):
        scores = V[t - 1] * A[:, j] * B[j, obs[t]]
        back[t, j] = scores.argmax()
        V[t, j] = scores.max()
table = V
path = [int(V[-1].argmax())]
for t in range(len(obs) - 1, 0, -1):
    path.insert(0, int(back[t, path[0]]))
states = path
alpha = pi * B[:, obs[0]]
for o in obs[1:]:
    alpha = (alpha @ A) * B[:, o]
likelihood = alpha.sum()
stationary = np.linalg.matrix_power(A, 50)[0]
