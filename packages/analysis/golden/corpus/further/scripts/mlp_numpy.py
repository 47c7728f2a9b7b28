import numpy as np

class Layer:
    def __init__(self, W, b, activation=None):
        self.W = np.array(W)
        self.b = np.array(b)
        self.activation = activation

    def __call__(self, x):
        z = x @ self.W + self.b
        return self.activation(z) if self.activation else z

def relu(z):
    return np.maximum(z, 0)

def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

class MLP:
    def __init__(self, *layers):
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    @property
    def n_params(self):
        return sum(l.W.size + l.b.size for l in self.layers)

    def __len__(self):
        return len(self.layers)

    def __repr__(self):
        return f"MLP({len(self)} layers, {self.n_params} parameters)"

model = MLP(
    Layer([[0.5, -0.2, 0.1], [0.3, 0.8, -0.5]], [0.0, 0.1, -0.1], relu),
    Layer([[1.0, -1.0], [0.5, 0.5], [-0.3, 0.9]], [0.05, -0.05]),
)
X = np.array([[1.0, 2.0], [-1.0, 0.5], [0.0, 0.0]])
y = np.array([0, 1, 1])
logits = model.forward(X)
probs = softmax(logits)
pred = probs.argmax(axis=1)
acc = (pred == y).mean()
loss = -np.log(probs[np.arange(len(y)), y]).mean()
n = model.n_params
text = repr(model)
depth = len(model)
