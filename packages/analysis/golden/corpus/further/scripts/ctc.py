import numpy as np

probs = np.array([[0.6, 0.3, 0.1], [0.2, 0.5, 0.3], [0.3, 0.3, 0.4]])
blank = 0
target = [1, 2]

def ctc_forward(probs, target):
    ext = [blank]
    for c in target:
        ext += [c, blank]
    T, S = len(probs), len(ext)
    alpha = np.zeros((T, S))
    alpha[0, 0] = probs[0, ext[0]]
    alpha[0, 1] = probs[0, ext[1]]
    for t in range(1, T):
        for s in range(S):
            total = alpha[t - 1, s]
            if s > 0:
                total += alpha[t - 1, s - 1]
            if s > 1 and ext[s] != blank and ext[s] != ext[s - 2]:
                total += alpha[t - 1, s - 2]
            alpha[t, s] = total * probs[t, ext[s]]
    return alpha

alpha = ctc_forward(probs, target)
p = alpha[-1, -1] + alpha[-1, -2]
nll = -np.log(p)
greedy = probs.argmax(axis=1).tolist()
collapsed = []
prev = None
for c in greedy:
    if c != prev and c != blank:
        collapsed.append(c)
    prev = c
