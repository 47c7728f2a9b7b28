import numpy as np


class Layer:
    def __init__(self, W, b, activation="linear"):
        self.W = np.array(W, dtype=float)
        self.b = np.array(b, dtype=float)
        self.activation = activation
        self.cache = {}

    def forward(self, x):
        z = x @ self.W + self.b
        if self.activation == "relu":
            a = np.maximum(z, 0)
        elif self.activation == "sigmoid":
            a = 1 / (1 + np.exp(-z))
        elif self.activation == "softmax":
            e = np.exp(z - z.max(axis=1, keepdims=True))
            a = e / e.sum(axis=1, keepdims=True)
        else:
            a = z
        self.cache.update(x=x, z=z, a=a)
        return a

    def backward(self, grad, lr):
        x, z = self.cache["x"], self.cache["z"]
        if self.activation == "relu":
            grad = grad * (z > 0)
        dW = x.T @ grad / len(x)
        db = grad.mean(axis=0)
        dx = grad @ self.W.T
        self.W -= lr * dW
        self.b -= lr * db
        return dx


class Network:
    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def train(self, X, Y, epochs, lr=0.5):
        for epoch in range(1, epochs + 1):
            out = self(X)
            loss = -np.mean(np.sum(Y * np.log(out + 1e-12), axis=1))
            grad = out - Y
            for layer in reversed(self.layers):
                grad = layer.backward(grad, lr)
            if epoch == 1 or epoch % 5 == 0:
                yield epoch, float(loss)

    @property
    def n_parameters(self):
        return sum(l.W.size + l.b.size for l in self.layers)


X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
y = np.array([0, 1, 1, 0])
Y = np.zeros((y.size, y.max() + 1))
Y[np.arange(y.size), y] = 1

net = Network(
    Layer([[0.5, -0.6, 0.3], [0.4, 0.7, -0.2]], [0.1, 0.0, -0.1], "relu"),
    Layer([[0.3, -0.3], [0.2, 0.5], [-0.4, 0.6]], [0.0, 0.0], "softmax"),
)
count = net.n_parameters
before = net(X)
history = list(net.train(X, Y, epochs=10))
after = net(X)
losses = [round(loss, 6) for _, loss in history]
epochs_logged = [e for e, _ in history]
improved = losses[-1] < losses[0]
predicted = after.argmax(axis=1)
hidden = net.layers[0].cache["a"]
dead = (hidden == 0).all(axis=0)
confidence = after[range(4), y].round(4)
text = ", ".join(f"{e}: {l:.4f}" for e, l in history)
