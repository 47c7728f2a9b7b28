import numpy as np

rng = np.random.default_rng(42)
X = rng.normal(size=(6, 2))
y = (X[:, 0] + X[:, 1] > 0).astype(int)
w = rng.uniform(-1, 1, 2)
z = X @ w
p = 1 / (1 + np.exp(-z))
picked = rng.choice(6, size=3, replace=False)
batch = X[picked]
other = np.random.RandomState(3)
u = other.rand(2)
v = rng.integers(0, 5, 4)
u2 = other.randint(0, 9, 3)
items = np.array([3, 1, 2, 5])
rng.shuffle(items)
kept = items + 0


class Sampler:
    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)

    def sample(self, probs):
        return self.rng.choice(len(probs), size=4, p=probs)


sampler = Sampler(7)
one = sampler.sample([0.5, 0.25, 0.25])
two = sampler.sample([0.1, 0.2, 0.7])
