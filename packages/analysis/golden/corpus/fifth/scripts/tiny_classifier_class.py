import numpy as np
from abc import ABC, abstractmethod
from enum import Enum
from typing import Dict, Tuple


class Reduction(Enum):
    NONE = "none"
    MEAN = "mean"
    SUM = "sum"


class Layer(ABC):
    @abstractmethod
    def forward(self, x):
        ...

    def __call__(self, x):
        return self.forward(x)


class Dense(Layer):
    count = 0

    def __init__(self, weights, bias):
        self.W = np.asarray(weights, dtype=np.float64)
        self.b = np.asarray(bias, dtype=np.float64)
        Dense.count += 1

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad, lr):
        dW = self.x.T @ grad
        db = grad.sum(axis=0)
        dx = grad @ self.W.T
        self.W -= lr * dW
        self.b -= lr * db
        return dx

    def __repr__(self):
        return f"Dense({self.W.shape[0]}, {self.W.shape[1]})"


class ReLU(Layer):
    def forward(self, x):
        self.mask = x > 0
        return x * self.mask

    def backward(self, grad, lr):
        return grad * self.mask

    def __repr__(self):
        return "ReLU()"


class SoftmaxCE:
    def __init__(self, reduction: Reduction = Reduction.MEAN):
        self.reduction = reduction

    def __call__(self, logits, y) -> float:
        shifted = logits - logits.max(axis=1, keepdims=True)
        log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.probs = np.exp(log_probs)
        self.y = y
        losses = -log_probs[range(len(y)), y]
        if self.reduction is Reduction.MEAN:
            return losses.mean()
        if self.reduction is Reduction.SUM:
            return losses.sum()
        return losses

    def backward(self):
        grad = self.probs.copy()
        grad[range(len(self.y)), self.y] -= 1
        return grad / len(self.y)


class Model:
    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def backward(self, grad, lr=0.1):
        for layer in reversed(self.layers):
            grad = layer.backward(grad, lr)

    def __len__(self):
        return len(self.layers)

    def __repr__(self):
        return " -> ".join(map(repr, self.layers))


X = np.array([[1.0, 2.0], [-1.0, 0.5], [0.0, -1.0]])
y = np.array([0, 1, 1])
model = Model(Dense([[0.1, -0.2, 0.3], [0.4, 0.5, -0.6]], np.zeros(3)), ReLU(), Dense([[0.1, 0.2], [-0.3, 0.4], [0.5, -0.6]], [0.0, 0.0]))
criterion = SoftmaxCE()
history: Dict[int, float] = {}
for step in range(10):
    logits = model(X)
    loss = criterion(logits, y)
    model.backward(criterion.backward(), lr=0.5)
    history[step] = float(loss)
first, last = history[0], history[9]
better = last < first
depth = len(model)
description = repr(model)
dense_count = Dense.count
final = model(X)
probs = SoftmaxCE(Reduction.NONE)(final, y)
predicted = final.argmax(1)
weights_sum = model.layers[0].W.sum()
reduction_name = Reduction("sum").name
members = [r.value for r in Reduction]
try:
    Layer()
    made = True
except TypeError:
    made = False
acc: Tuple[int, int] = (int((predicted == y).sum()), len(y))
is_layer = isinstance(model.layers[1], Layer)
names = [type(layer).__name__ for layer in model.layers]
