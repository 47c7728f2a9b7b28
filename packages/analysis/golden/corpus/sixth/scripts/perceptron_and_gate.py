class Perceptron:
    """Rosenblatt's rule on two inputs."""

    learning_rate = 0.1

    def __init__(self, n_inputs, *, threshold=0.0):
        self.w = [0.0] * n_inputs
        self.b = 0.0
        self.threshold = threshold
        self._updates = 0

    def __call__(self, x):
        return int(self.activation(x) > self.threshold)

    def activation(self, x):
        return sum(wi * xi for wi, xi in zip(self.w, x)) + self.b

    @property
    def updates(self):
        return self._updates

    @classmethod
    def trained(cls, data, epochs=20):
        n = len(data[0][0])
        self = cls(n)
        for epoch in range(epochs):
            errors = 0
            for x, target in data:
                delta = target - self(x)
                if delta == 0:
                    continue
                errors += 1
                self._updates += 1
                self.w = [wi + cls.learning_rate * delta * xi for wi, xi in zip(self.w, x)]
                self.b += cls.learning_rate * delta
            if not errors:
                self.epochs_used = epoch + 1
                break
        return self

    @staticmethod
    def accuracy(model, data):
        hits = [model(x) == t for x, t in data]
        return sum(hits) / len(hits)

    def __repr__(self):
        return f"{type(self).__name__}(w={[round(w, 2) for w in self.w]}, b={self.b:.2f})"


inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
AND = [(x, int(all(x))) for x in inputs]
OR = [(x, int(any(x))) for x in inputs]
XOR = [(x, x[0] ^ x[1]) for x in inputs]

and_gate = Perceptron.trained(AND)
or_gate = Perceptron.trained(OR)
xor_gate = Perceptron.trained(XOR, epochs=5)
and_text = repr(and_gate)
outputs = [and_gate(x) for x in inputs]
or_weights = [round(w, 3) for w in or_gate.w]
updates = and_gate.updates, or_gate.updates
epochs_used = and_gate.epochs_used
accuracies = {name: Perceptron.accuracy(m, d) for name, m, d in [("and", and_gate, AND), ("or", or_gate, OR), ("xor", xor_gate, XOR)]}
gave_up = not hasattr(xor_gate, "epochs_used")
activations = [round(and_gate.activation(x), 10) for x in inputs]
print(and_text, accuracies)
