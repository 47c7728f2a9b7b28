import numpy as np

Wxh = np.array([[0.5, -0.3], [0.1, 0.8], [0.2, 0.4]])
Whh = np.array([[0.1, 0.2], [0.0, -0.1]])
bh = np.array([0.05, -0.05])
Why = np.array([[1.0, -1.0], [0.5, 0.7]])
chars = list("abc")
char_to_ix = {ch: i for i, ch in enumerate(chars)}
inputs = "abca"
h = np.zeros(2)
states, outputs = [], []
for ch in inputs:
    x = np.zeros(3)
    x[char_to_ix[ch]] = 1
    h = np.tanh(x @ Wxh + h @ Whh + bh)
    y = h @ Why
    p = np.exp(y) / np.sum(np.exp(y))
    states.append(h)
    outputs.append(p)
final = states[-1]
probs = np.stack(outputs)
n_steps = len(outputs)
perplexity = np.exp(-np.mean(np.log(probs[:, 0])))
