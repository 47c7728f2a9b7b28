import functools
import math


def tempered(temperature):
    def scale(logits):
        return [z / temperature for z in logits]
    return scale


def normalised(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        values = fn(*args, **kwargs)
        total = sum(values)
        return [v / total for v in values]
    return wrapper


@normalised
def boltzmann(logits, base=math.e):
    top = max(logits)
    return [base ** (z - top) for z in logits]


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count
    return step


def batches(items, size):
    for start in range(0, len(items), size):
        yield items[start:start + size]


cool, hot = tempered(0.5), tempered(2.0)
p_cool = boltzmann(cool([2.0, 1.0, 0.1]))
p_hot = boltzmann(hot([2.0, 1.0, 0.1]))
binary = boltzmann([1.0, 0.0], base=2)
tick = counter()
ticks = [tick(), tick(by=5), tick()]
parts = list(batches([1, 2, 3, 4, 5], 2))
sizes = [len(part) for part in parts]
compose = functools.reduce(lambda f, g: lambda x: g(f(x)), [abs, math.sqrt, lambda v: v + 1])
value = compose(-9.0)
half = functools.partial(pow, 0.5)
powers = [half(k) for k in range(4)]
