states = ("Healthy", "Fever")
start_p = {"Healthy": 0.6, "Fever": 0.4}
trans_p = {
    "Healthy": {"Healthy": 0.7, "Fever": 0.3},
    "Fever": {"Healthy": 0.4, "Fever": 0.6},
}
emit_p = {
    "Healthy": {"normal": 0.5, "cold": 0.4, "dizzy": 0.1},
    "Fever": {"normal": 0.1, "cold": 0.3, "dizzy": 0.6},
}
obs = ["normal", "cold", "dizzy"]

def viterbi(obs, states, start_p, trans_p, emit_p):
    V = [{}]
    path = {}
    for s in states:
        V[0][s] = start_p[s] * emit_p[s][obs[0]]
        path[s] = [s]
    for t in range(1, len(obs)):
        V.append({})
        new_path = {}
        for s in states:
            prob, prev = max((V[t - 1][r] * trans_p[r][s] * emit_p[s][obs[t]], r) for r in states)
            V[t][s] = prob
            new_path[s] = path[prev] + [s]
        path = new_path
    prob, state = max((V[-1][s], s) for s in states)
    return prob, path[state]

def forward(obs):
    alpha = {s: start_p[s] * emit_p[s][obs[0]] for s in states}
    for o in obs[1:]:
        alpha = {s: emit_p[s][o] * sum(alpha[r] * trans_p[r][s] for r in states) for s in states}
    return sum(alpha.values())

best_prob, best_path = viterbi(obs, states, start_p, trans_p, emit_p)
likelihood = forward(obs)
posterior = best_prob / likelihood
changes = sum(a != b for a, b in zip(best_path, best_path[1:]))
