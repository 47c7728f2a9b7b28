def activation(name):
    match name:
        case "relu":
            return lambda x: max(0.0, x)
        case "leaky" | "lrelu":
            return lambda x: x if x > 0 else 0.01 * x
        case _:
            raise ValueError(f"unknown activation: {name}")


def describe(point):
    match point:
        case (0, 0):
            return "origin"
        case (x, 0):
            return f"x={x}"
        case (0, y):
            return f"y={y}"
        case (x, y) if x == y:
            return "diagonal"
        case [first, *rest]:
            return f"{first} and {len(rest)} more"
        case {"kind": kind, **others}:
            return f"{kind} {sorted(others)}"
        case int() | float():
            return "number"
        case None:
            return "nothing"
    return "other"


results = [describe(p) for p in [(0, 0), (3, 0), (0, 2), (4, 4), [1, 2, 3], {"kind": "a", "z": 1}, 3.5, None, "s"]]
relu = activation("relu")(-3.0)
leaky = activation("lrelu")(-3.0)
try:
    activation("swish")
    message = ""
except ValueError as e:
    message = str(e)


def safe_div(a, b):
    try:
        result = a / b
    except ZeroDivisionError:
        return float("inf")
    else:
        return result
    finally:
        pass


inf = safe_div(1, 0)
half = safe_div(1, 2)


class ShapeError(ValueError):
    def __init__(self, got, want):
        super().__init__(f"got {got}, want {want}")
        self.got = got


def check(shape):
    if len(shape) != 2:
        raise ShapeError(len(shape), 2)
    return shape


log = []
for s in [(2, 3), (4,)]:
    try:
        log.append(check(s))
    except ShapeError as err:
        log.append(err.got)
    finally:
        log.append("checked")
history = log
try:
    {}["missing"]
except KeyError as err:
    key = err.args[0]
try:
    int("abc")
except (TypeError, ValueError) as err:
    name = type(err).__name__
value = [int(x) if x.isdigit() else None for x in ["1", "b", "3"]]
assert half == 0.5, "half"
n = 0
while True:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
even = n
for i in range(3):
    if i == 5:
        break
else:
    finished = True
a, *middle, z = [1, 2, 3, 4]
(p, q), r = (1, 2), 3
p, q = q, p
swapped = (p, q)
x = y = 0
x += 1
both = (x, y)
count = 10
count //= 3
count **= 2
bits = 6 & 3 | 8 ^ 1
shift = 1 << 4 >> 2
tern = "big" if count > 5 else "small"
