import math


class ShapeError(ValueError):
    def __init__(self, expected, got):
        super().__init__(f"expected {expected}, got {got}")
        self.expected = expected


def check(xs, n):
    if len(xs) != n:
        raise ShapeError(n, len(xs))
    return True


def safe(fn, *args, default=None):
    try:
        return fn(*args)
    except (ValueError, ZeroDivisionError) as e:
        return default if default is not None else type(e).__name__
    finally:
        trace.append(fn.__name__)


trace = []
r1 = safe(math.log, 0)
r2 = safe(math.sqrt, 16)
r3 = safe(lambda a: 1 / a, 0, default=-1)
try:
    check([1, 2], 3)
except ShapeError as e:
    message = str(e)
    expected = e.expected
else:
    message = "fine"
try:
    {}["k"]
except KeyError as e:
    key = e.args[0]
    shown = str(e)
try:
    int("x")
except ValueError as e:
    int_msg = str(e)
try:
    [][1]
except IndexError as e:
    idx_msg = str(e)
try:
    1 / 0
except ZeroDivisionError as e:
    zero_msg = str(e)
try:
    None.foo
except AttributeError as e:
    attr_msg = str(e)
try:
    "a" + 1
except TypeError as e:
    type_msg = str(e)


def classify(v):
    match v:
        case {"logits": [x, *rest]}:
            return f"logits {x} +{len(rest)}"
        case {"probs": list(ps)} if abs(sum(ps) - 1) < 1e-9:
            return "probs"
        case (a, b) | [a, b, _]:
            return f"pair {a} {b}"
        case int() | float() as n:
            return f"number {n}"
        case str(s) if s:
            return s.upper()
        case None:
            return "none"
        case _:
            return "other"


kinds = [classify(v) for v in ({"logits": [1, 2, 3]}, {"probs": [0.5, 0.5]}, (1, 2), 3.5, "hi", None, {"probs": [1, 2]})]


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    else:
        steps += 0
    return steps


collatz27 = collatz(27)
for n in range(2, 10):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        last_prime = n
assert_msg = None
try:
    assert 1 > 2, "no way"
except AssertionError as e:
    assert_msg = str(e)
sieve = [n for n in range(2, 30) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
