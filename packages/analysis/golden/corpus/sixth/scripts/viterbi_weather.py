import numpy as np

states = ["Rainy", "Sunny"]
observations = ["walk", "shop", "clean"]
obs_index = {o: i for i, o in enumerate(observations)}
start = np.array([0.6, 0.4])
trans = np.array([[0.7, 0.3], [0.4, 0.6]])
emit = np.array([[0.1, 0.4, 0.5], [0.6, 0.3, 0.1]])
sequence = ["walk", "shop", "clean", "clean"]
obs = [obs_index[o] for o in sequence]


def viterbi(obs):
    T, N = len(obs), len(states)
    delta = np.zeros((T, N))
    psi = np.zeros((T, N), dtype=int)
    delta[0] = np.log(start) + np.log(emit[:, obs[0]])
    for t in range(1, T):
        for j in range(N):
            candidates = delta[t - 1] + np.log(trans[:, j])
            psi[t, j] = np.argmax(candidates)
            delta[t, j] = candidates.max() + np.log(emit[j, obs[t]])
    path = [int(delta[-1].argmax())]
    for t in range(T - 1, 0, -1):
        path.insert(0, int(psi[t, path[0]]))
    return path, delta[-1].max(), delta


path, log_p, lattice = viterbi(obs)
decoded = [states[i] for i in path]
probability = np.exp(log_p)


def forward(obs):
    alpha = start * emit[:, obs[0]]
    yield alpha
    for o in obs[1:]:
        alpha = (alpha @ trans) * emit[:, o]
        yield alpha


alphas = list(forward(obs))
likelihood = alphas[-1].sum()
filtered = np.array([a / a.sum() for a in alphas])

beta = np.ones(2)
betas = [beta]
for o in reversed(obs[1:]):
    beta = trans @ (emit[:, o] * beta)
    betas.append(beta)
betas.reverse()
gamma = np.array([a * b for a, b in zip(alphas, betas)]) / likelihood
smoothed = gamma.argmax(axis=1)
posterior_path = [states[k] for k in smoothed]
same = posterior_path == decoded
stationary = np.linalg.matrix_power(trans, 50)[0].round(6)
log_alpha = np.log(alphas[0])
for o in obs[1:]:
    log_alpha = np.logaddexp.reduce(log_alpha[:, None] + np.log(trans), axis=0) + np.log(emit[:, o])
log_likelihood = np.logaddexp(*log_alpha)
ok = np.isclose(np.exp(log_likelihood), likelihood)
