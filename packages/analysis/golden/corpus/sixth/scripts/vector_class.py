import math
from functools import total_ordering


@total_ordering
class Prob:
    __slots__ = ("value",)

    def __init__(self, value):
        if not 0 <= value <= 1:
            raise ValueError(f"{value} is not a probability")
        self.value = value

    @classmethod
    def from_logit(cls, z):
        return cls(1 / (1 + math.exp(-z)))

    @property
    def logit(self):
        return math.log(self.value / (1 - self.value))

    @property
    def odds(self):
        return self.value / (1 - self.value)

    def __and__(self, other):
        return Prob(self.value * other.value)

    def __or__(self, other):
        return ~(~self & ~other)

    def __invert__(self):
        return Prob(1 - self.value)

    def __eq__(self, other):
        return math.isclose(self.value, other.value)

    def __lt__(self, other):
        return self.value < other.value

    def __hash__(self):
        return hash(round(self.value, 9))

    def __float__(self):
        return float(self.value)

    def __format__(self, spec):
        return format(self.value, spec or ".1%")

    def __repr__(self):
        return f"Prob({self.value:.4g})"


class Distribution:
    def __init__(self, **weights):
        total = sum(weights.values())
        self._p = {k: w / total for k, w in weights.items()}

    def __getitem__(self, key):
        return self._p[key]

    def __iter__(self):
        return iter(self._p)

    def __len__(self):
        return len(self._p)

    def __mul__(self, k):
        powered = {key: p**k for key, p in self._p.items()}
        return Distribution(**powered)

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(self[k] * other[k] for k in self)

    def __bool__(self):
        return bool(self._p)


a, b = Prob(0.5), Prob.from_logit(2.0)
both = a & b
either = a | b
values = [float(a), float(b), float(both), float(either)]
ordered = sorted([b, a, both])
ordered_text = str(ordered)
bigger = b >= a
equal = Prob(0.3) == ~Prob(0.7)
text = f"{b} {b:.3f} {a!r}"
z = round(b.logit, 10)
odds = b.odds
unique = len({Prob(0.25), Prob(0.25), Prob(0.75)})
try:
    Prob(1.5)
except ValueError as error:
    complaint = str(error)

d = Distribution(cat=2, dog=1, bird=1)
share = d["cat"]
keys = list(d)
size = len(d)
sharp = 2 * d
sharp_values = [round(sharp[k], 4) for k in sharp]
overlap = d @ sharp
has_cat = "cat" in d
truth = bool(d), bool(Distribution())
total = math.fsum(d[k] for k in d)
