import math
from abc import ABC, abstractmethod
from functools import total_ordering


class Activation(ABC):
    registry = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Activation.registry[cls.__name__.lower()] = cls

    @abstractmethod
    def __call__(self, x): ...

    def derivative(self, x, h=1e-6):
        return (self(x + h) - self(x - h)) / (2 * h)


class Sigmoid(Activation):
    def __call__(self, x):
        return 1 / (1 + math.exp(-x))


class Swish(Sigmoid):
    def __init__(self, beta=1.0):
        self.beta = beta

    def __call__(self, x):
        return x * super().__call__(self.beta * x)


class Tanh(Activation):
    def __call__(self, x):
        return math.tanh(x)


@total_ordering
class LogProb:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    @classmethod
    def from_prob(cls, p):
        return cls(math.log(p) if p > 0 else -math.inf)

    def __mul__(self, other):
        return LogProb(self.value + other.value)

    def __add__(self, other):
        a, b = max(self.value, other.value), min(self.value, other.value)
        return LogProb(a + math.log1p(math.exp(b - a)))

    def __lt__(self, other):
        return self.value < other.value

    def __eq__(self, other):
        return math.isclose(self.value, other.value)

    def __float__(self):
        return math.exp(self.value)

    def __repr__(self):
        return f"LogProb({self.value:.3f})"

    def __bool__(self):
        return self.value > -math.inf


names = sorted(Activation.registry)
outs = {n: round(Activation.registry[n]()(1.0), 4) for n in names}
swish2 = Swish(beta=2.0)(0.5)
is_sub = issubclass(Swish, Activation)
mro = [c.__name__ for c in Swish.__mro__][:3]
slope = round(Sigmoid().derivative(0.0), 5)
p = LogProb.from_prob(0.5) * LogProb.from_prob(0.2)
q = LogProb.from_prob(0.1) + LogProb.from_prob(0.3)
prob_p = round(float(p), 6)
prob_q = round(float(q), 6)
less = p < q
ge = q >= p
text = repr(p)
zero = bool(LogProb.from_prob(0.0))
try:
    Activation()
    abstract = "ok"
except TypeError:
    abstract = "TypeError"


class Meter:
    def __init__(self):
        self._values = []

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.closed = True
        return True

    def update(self, v, n=1):
        self._values.extend([v] * n)

    @property
    def avg(self):
        return sum(self._values) / len(self._values)

    @staticmethod
    def fmt(v):
        return f"{v:.2f}"

    def __contains__(self, v):
        return v in self._values

    def __len__(self):
        return len(self._values)


with Meter() as m:
    m.update(0.5)
    m.update(0.9, n=3)
    raise ValueError("ignored")
avg = m.avg
shown = Meter.fmt(avg)
has = 0.5 in m
n = len(m)
closed = m.closed
