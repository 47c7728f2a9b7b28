import math
from abc import ABC, abstractmethod


class Activation(ABC):
    name = "base"

    def __init__(self, scale=1.0):
        self.scale = scale

    @abstractmethod
    def apply(self, z):
        ...

    def __call__(self, values):
        return [self.apply(v * self.scale) for v in values]

    def __repr__(self):
        return f"{self.name}({self.scale})"


class Sigmoid(Activation):
    name = "sigmoid"

    def apply(self, z):
        if z >= 0:
            return 1 / (1 + math.exp(-z))
        e = math.exp(z)
        return e / (1 + e)


class Tanh(Sigmoid):
    name = "tanh"

    def apply(self, z):
        return 2 * super().apply(2 * z) - 1


class Leaky(Activation):
    def __init__(self, slope=0.1, **kwargs):
        super().__init__(**kwargs)
        self.slope = slope
        self.calls = 0

    def apply(self, z):
        self.calls += 1
        return z if z > 0 else self.slope * z


acts = {cls.__name__: cls() for cls in (Sigmoid, Tanh, Leaky)}
z = [-2.0, 0.0, 3.0]
sig = acts["Sigmoid"](z)
tanh = acts["Tanh"](z)
leaky = Leaky(scale=2.0, slope=0.2)
out = leaky(z)
calls = leaky.calls
names = [a.name for a in acts.values()]
is_sub = isinstance(acts["Tanh"], Sigmoid)
