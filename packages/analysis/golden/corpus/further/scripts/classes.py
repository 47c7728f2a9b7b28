class Vector:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.xs, other.xs)))

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self.xs, k.xs))
        return Vector(*(a * k for a in self.xs))

    __rmul__ = __mul__

    def __eq__(self, other):
        return self.xs == other.xs

    def __getitem__(self, i):
        return self.xs[i]

    def __setitem__(self, i, v):
        self.xs[i] = v

    def __len__(self):
        return len(self.xs)

    def __iter__(self):
        return iter(self.xs)

    def __contains__(self, v):
        return v in self.xs

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return sum(x * x for x in self.xs) ** 0.5

    def __bool__(self):
        return any(self.xs)

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __call__(self, f):
        return Vector(*map(f, self.xs))

    def __repr__(self):
        return f"Vector({', '.join(map(str, self.xs))})"

v = Vector(1, 2, 3)
w = v + Vector(1, 1, 1)
dot = v * w
scaled = list(2 * v)
eq = v == Vector(1, 2, 3)
ne = v != Vector(1, 2, 3)
item = w[1]
w[0] = 10
total = sum(w)
has = 10 in w
length = abs(Vector(3, 4))
empty = bool(Vector(0, 0))
neg = (-v)[0]
less = Vector(1, 0) < Vector(3, 4)
called = v(lambda x: x ** 2).xs
text = repr(v)
string = f"{v}"
a, *rest = v
ordered = sorted([Vector(3, 4), Vector(1, 0)])[0].xs
biggest = max(v)
n = len(v)
