import numpy as np

np.random.seed(0)
scores = np.random.randn(4, 3)
shifted = scores - scores.max(axis=1, keepdims=True)
probs = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
labels = np.random.randint(0, 3, size=4)
nll = -np.log(probs[np.arange(4), labels])
order = np.random.permutation(4)
shuffled = probs[order]
drawn = np.random.choice(3, size=10, p=probs[0])
counts = np.bincount(drawn, minlength=3)
indices = np.arange(8)
np.random.shuffle(indices)
first = indices[:3]
samples = [np.random.normal() for _ in range(5)]
total = sum(samples)
many = np.random.randn(300, 40).shape
after = np.random.rand(2)


def noisy(x, scale=0.1):
    return x + scale * np.random.randn(*x.shape)


a = noisy(np.zeros(3))
b = noisy(np.ones(2), scale=0.5)
