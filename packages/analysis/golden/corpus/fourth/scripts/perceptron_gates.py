from itertools import product

step = lambda z: 1 if z >= 0 else 0


class Perceptron:
    def __init__(self, n, lr=0.1):
        self.w = [0.0] * n
        self.b = 0.0
        self.lr = lr

    def predict(self, x):
        return step(sum(w * xi for w, xi in zip(self.w, x)) + self.b)

    def train(self, data, epochs=20):
        for epoch in range(1, epochs + 1):
            errors = 0
            for x, target in data:
                err = target - self.predict(x)
                if err:
                    errors += 1
                    self.w = [w + self.lr * err * xi for w, xi in zip(self.w, x)]
                    self.b += self.lr * err
            if errors == 0:
                return epoch
        return None


inputs = list(product([0, 1], repeat=2))
gates = {
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "nand": lambda a, b: 1 - (a & b),
    "xor": lambda a, b: a ^ b,
}
converged = {}
weights = {}
for name, gate in gates.items():
    p = Perceptron(2)
    converged[name] = p.train([((a, b), gate(a, b)) for a, b in inputs])
    weights[name] = ([round(w, 2) for w in p.w], round(p.b, 2))
solved = [n for n, e in converged.items() if e is not None]
unsolved = set(gates) - set(solved)


def xor(a, b):
    h1 = step(a + b - 0.5)
    h2 = step(1.5 - a - b)
    return step(h1 + h2 - 1.5)


truth = {f"{a}{b}": xor(a, b) for a, b in inputs}
ok = all(xor(a, b) == (a ^ b) for a, b in inputs)
