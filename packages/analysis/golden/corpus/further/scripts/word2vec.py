import numpy as np

def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))

vocab = {"king": 0, "queen": 1, "apple": 2, "pear": 3}
W_in = np.array([[0.2, 0.4], [0.3, 0.5], [-0.5, 0.1], [-0.4, -0.2]])
W_out = np.array([[0.1, 0.3], [0.4, 0.2], [-0.2, 0.6], [0.0, -0.7]])

def sgns_step(center, context, negatives, lr=0.5):
    v = W_in[center].copy()
    u_pos = W_out[context]
    loss = -np.log(sigmoid(u_pos @ v))
    grad_v = (sigmoid(u_pos @ v) - 1) * u_pos
    for n in negatives:
        u_neg = W_out[n]
        loss -= np.log(sigmoid(-u_neg @ v))
        grad_v += sigmoid(u_neg @ v) * u_neg
    W_in[center] -= lr * grad_v
    return loss

before = sgns_step(vocab["king"], vocab["queen"], [vocab["apple"], vocab["pear"]], lr=0.0)
losses = [sgns_step(0, 1, [2, 3]) for _ in range(3)]
after = W_in[0]
cos = W_in[0] @ W_in[1] / (np.linalg.norm(W_in[0]) * np.linalg.norm(W_in[1]))
id_to_word = {i: w for w, i in vocab.items()}
sims = W_in @ W_in[0]
nearest = id_to_word[int(np.argsort(-sims)[0])]
freqs = np.array([10, 5, 3, 1]) ** 0.75
noise = freqs / freqs.sum()
