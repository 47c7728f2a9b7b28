import itertools
from contextlib import contextmanager


def batches(xs, size):
    for i in range(0, len(xs), size):
        yield xs[i:i + size]


def running_mean():
    total, count, mean = 0.0, 0, None
    while True:
        x = yield mean
        total += x
        count += 1
        mean = total / count


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    return list(itertools.islice(it, n))


def sliding(xs, k):
    it = iter(xs)
    window = tuple(itertools.islice(it, k))
    if len(window) == k:
        yield window
    for x in it:
        window = window[1:] + (x,)
        yield window


parts = list(batches([1, 2, 3, 4, 5], 2))
gen = running_mean()
primed = next(gen)
means = [gen.send(v) for v in (10, 20, 60)]
fibs = take(8, fib())
evens = take(3, (x for x in fib() if x % 2 == 0))
windows = list(sliding([1, 2, 3, 4], 2))
moving = [sum(w) / len(w) for w in windows]


def decayed(lr, gamma):
    step = 0
    while True:
        reset = yield lr * gamma ** step
        step = 0 if reset else step + 1


sched = decayed(0.1, 0.5)
lrs = [next(sched), next(sched), next(sched), sched.send(True), next(sched)]


def flatten(xs):
    for x in xs:
        if isinstance(x, list):
            yield from flatten(x)
        else:
            yield x


flat = list(flatten([1, [2, [3, 4]], 5]))


def countdown(n):
    while n:
        yield n
        n -= 1
    return "done"


def wrapper():
    result = yield from countdown(2)
    yield result


wrapped = list(wrapper())
g = countdown(1)
next(g)
try:
    next(g)
except StopIteration as stop:
    value = stop.value

log = []


@contextmanager
def timer(label):
    log.append(f"start {label}")
    yield label.upper()
    log.append(f"end {label}")


with timer("fit") as t:
    log.append(t)
first_big = next(x for x in fib() if x > 50)
default = next((x for x in [1, 2] if x > 5), None)
lazy = sum(x * x for x in range(5))
zipped = list(zip(fib(), "abc"))
closed = running_mean()
next(closed)
closed.close()
grouped = {k: list(v) for k, v in itertools.groupby(sorted(["apple", "bob", "art", "bee"], key=lambda s: s[0]), key=lambda s: s[0])}
