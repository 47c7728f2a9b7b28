import contextlib
import functools
import math
from collections.abc import Iterable, Iterator

calls = []


def traced(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        result = func(*args, **kwargs)
        calls.append(f"{func.__name__}{args} -> {result:.3f}")
        return result

    return wrapper


def clamp(low=0.0, high=1.0):
    def decorate(func):
        def inner(x):
            return min(high, max(low, func(x)))

        return inner

    return decorate


@traced
def sigmoid(x):
    return 1 / (1 + math.exp(-x))


@clamp(high=0.9)
@traced
def steep(x):
    return 1 / (1 + math.exp(-10 * x))


values = [sigmoid(0), sigmoid(2), steep(1)]
log_of_calls = list(calls)
name = sigmoid.__name__


class Recorder:
    def __init__(self, label):
        self.label = label
        self.events = []

    def __enter__(self):
        self.events.append("enter")
        return self

    def __exit__(self, exc_type, exc, tb):
        self.events.append(exc_type.__name__ if exc_type else "exit")
        return exc_type is ValueError


with Recorder("a") as rec:
    rec.events.append("work")
with Recorder("b") as failing:
    raise ValueError("swallowed")
events = rec.events + failing.events


@contextlib.contextmanager
def temporarily(d, **changes):
    old = {k: d[k] for k in changes}
    d.update(changes)
    try:
        yield d
    finally:
        d.update(old)


config = {"temperature": 1.0, "top_k": 5}
with temporarily(config, temperature=0.5) as c:
    during = dict(c)
after = dict(config)
with contextlib.suppress(KeyError, ZeroDivisionError):
    impossible = 1 / 0
    config["unreached"] = True
reached = "unreached" in config


def batches(items: Iterable, size: int) -> Iterator[list]:
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def running_mean():
    total, n, mean = 0.0, 0, None
    while True:
        value = yield mean
        total += value
        n += 1
        mean = total / n


chunks = list(batches(range(7), 3))
averager = running_mean()
next(averager)
means = [averager.send(x) for x in (10, 20, 60)]


def counter(start=0):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


tick = counter(10)
ticks = [tick(), tick(5), tick()]


def describe(*args, sep="-", **options):
    parts = [str(a) for a in args] + [f"{k}={v}" for k, v in sorted(options.items())]
    return sep.join(parts)


described = describe(1, "two", sep="/", z=0, a=None)
described_again = describe(*ticks, **{"sep": "+"})


def flatten(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


flat = list(flatten([1, [2, (3, [4])], 5]))
