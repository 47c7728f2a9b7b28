import numpy as np

A = np.array([[0.7, 0.3], [0.4, 0.6]])
B = np.array([[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]])
pi = np.array([0.6, 0.4])
obs = [0, 1, 2]
states = ("Healthy", "Fever")
alpha = pi * B[:, obs[0]]
alphas = [alpha]
for o in obs[1:]:
    alpha = (alpha @ A) * B[:, o]
    alphas.append(alpha)
likelihood = alpha.sum()
beta = np.ones(2)
betas = [beta]
for o in reversed(obs[1:]):
    beta = A @ (B[:, o] * beta)
    betas.insert(0, beta)
gamma = np.array(alphas) * np.array(betas)
gamma /= gamma.sum(axis=1, keepdims=True)
delta = np.log(pi) + np.log(B[:, obs[0]])
back = []
for o in obs[1:]:
    trans = delta[:, None] + np.log(A)
    back.append(trans.argmax(axis=0))
    delta = trans.max(axis=0) + np.log(B[:, o])
path = [int(delta.argmax())]
for b in back[::-1]:
    path.append(int(b[path[-1]]))
path = path[::-1]
named = [states[i] for i in path]
best_logp = delta.max()
stationary = np.linalg.matrix_power(A, 50)[0]
vals, vecs = np.linalg.eig(A.T)
top = vals.max()
one_step = pi @ A
after = {n: (pi @ np.linalg.matrix_power(A, n)).round(4).tolist() for n in (1, 2, 5)}
expected_stay = 1 / (1 - np.diag(A))
