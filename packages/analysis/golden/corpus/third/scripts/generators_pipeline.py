import math
from itertools import chain, count, cycle, islice, takewhile, tee


def batches(items, size):
    for i in range(0, len(items), size):
        yield items[i:i + size]


def running_mean():
    total, n, mean = 0.0, 0, None
    while True:
        value = yield mean
        total += value
        n += 1
        mean = total / n


def countdown(n):
    while n > 0:
        yield n
        n -= 1
    return "done"


def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node


parts = list(batches([1, 2, 3, 4, 5], 2))
down = list(countdown(3))
flat = list(flatten([1, [2, [3, 4]], 5]))
averager = running_mean()
next(averager)
m1 = averager.send(10)
m2 = averager.send(20)
squares = (x * x for x in range(10))
total = sum(squares)
first = next(x for x in count(1) if x * x > 50)
firsts = list(islice(cycle("ab"), 5))
small = list(takewhile(lambda v: v < 20, (2 ** i for i in count())))
pairs = list(zip(*[iter([1, 2, 3, 4])] * 2))
joined = list(chain.from_iterable([[1], [2, 3]]))
scores = {"a": 2.0, "b": 1.0}
z = math.fsum(map(math.exp, scores.values()))
probs = {k: math.exp(v) / z for k, v in scores.items()}
it = iter([1, 2, 3])
head = next(it)
rest = list(it)
default = next(it, "empty")
primes = [n for n in range(2, 20) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
matrix = [[1, 2, 3], [4, 5, 6]]
transposed = [list(r) for r in zip(*matrix)]
lengths = {w: len(w) for w in "soft max lens".split()}
vowels = sorted({c for c in "probability" if c in "aeiou"})
