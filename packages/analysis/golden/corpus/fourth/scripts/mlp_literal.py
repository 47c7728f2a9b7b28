import numpy as np


class Layer:
    def __init__(self, w, b, activation=None):
        self.w = np.array(w, dtype=float)
        self.b = np.array(b, dtype=float)
        self.activation = activation

    def __call__(self, x):
        z = x @ self.w.T + self.b
        return self.activation(z) if self.activation else z

    @property
    def n_params(self):
        return self.w.size + self.b.size

    def __repr__(self):
        return f"Layer({self.w.shape[1]} -> {self.w.shape[0]})"


class Network:
    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def __len__(self):
        return len(self.layers)

    def __iter__(self):
        return iter(self.layers)

    def __getitem__(self, i):
        return self.layers[i]


relu = lambda z: np.maximum(z, 0)


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


net = Network(
    Layer([[0.5, -0.2], [0.3, 0.8], [-0.6, 0.1]], [0.1, 0.0, -0.1], relu),
    Layer([[1.0, -1.0, 0.5], [-0.5, 0.7, 0.2]], [0.0, 0.2]),
)
x = np.array([[1.0, 2.0], [0.5, -1.5], [-1.0, 0.3]])
logits = net(x)
probs = softmax(logits)
pred = probs.argmax(axis=1)
total = sum(l.n_params for l in net)
names = [repr(l) for l in net]
depth = len(net)
first = net[0](x)
y = np.array([1, 0, 1])
loss = -np.log(probs[np.arange(3), y]).mean()
acc = (pred == y).mean()
onehot = np.eye(2)[y]
dlogits = (probs - onehot) / len(y)
dw2 = dlogits.T @ first
db2 = dlogits.sum(axis=0)
lr = 0.1
net[1].w -= lr * dw2
net[1].b -= lr * db2
new_loss = -np.log(softmax(net(x))[np.arange(3), y]).mean()
improved = new_loss < loss
