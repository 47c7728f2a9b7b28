import numpy as np

start = np.log(np.array([0.6, 0.4]))
trans = np.log(np.array([[0.7, 0.3], [0.4, 0.6]]))
emit = np.log(np.array([[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]]))
obs = [0, 1, 2]
v = start + emit[:, obs[0]]
back = []
for o in obs[1:]:
    scores = v[:, None] + trans
    back.append(scores.argmax(axis=0))
    v = scores.max(axis=0) + emit[:, o]
state = int(v.argmax())
path = [state]
for pointers in reversed(back):
    state = int(pointers[state])
    path.insert(0, state)
best = v.max()
