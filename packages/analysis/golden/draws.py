"""What NumPy, Python and PyTorch draw: golden values for src/random. Run: python3 golden/draws.py > golden/draws.json

Made with NumPy 1.24, Python 3.11 and PyTorch 1.13 on a processor with AVX2. Of long draws every STRIDE-th number is kept.
"""

import json
import random

import numpy as np
import torch

STRIDE = 997
LONG = 60_000


def every(values):
    values = np.asarray(values).reshape(-1).tolist()
    return values[::STRIDE] if len(values) > 2000 else values


def numpy_legacy():
    for seed in (0, 42, 2**32 - 1):
        yield "rand", [seed, LONG], np.random.RandomState(seed).rand(LONG)
        yield "randn", [seed, LONG], np.random.RandomState(seed).randn(LONG)
        yield "permutation", [seed, 300], np.random.RandomState(seed).permutation(300)
        yield "choice", [seed, 50, 7], np.random.RandomState(seed).choice(50, 7, replace=False)
        for low, high, dtype in (
            (0, 10, "int64"), (-5, 100_000, "int64"), (0, 2**32, "int64"), (0, 2**40, "int64"), (0, 5, "int32"),
            (0, 200, "uint8"), (0, 256, "uint8"), (-100, 100, "int8"), (0, 3000, "int16"), (0, 2, "bool"),
        ):
            values = np.random.RandomState(seed).randint(low, high, 101, dtype=dtype)
            yield "randint", [seed, low, high, 101, dtype], values.astype(np.int64)


def numpy_generator():
    for seed in (0, 42, 2**70 + 3, 2**200 + 12345):
        name = str(seed)
        yield "random", [name, LONG], np.random.default_rng(seed).random(LONG)
        yield "single", [name, 101], np.random.default_rng(seed).random(101, dtype=np.float32)
        yield "standard_normal", [name, LONG], np.random.default_rng(seed).standard_normal(LONG)
        yield "permutation", [name, 300], np.random.default_rng(seed).permutation(300)
        for population, count in ((10, 3), (1000, 50), (20_000, 500)):
            yield "choice", [name, population, count], np.random.default_rng(seed).choice(population, count, replace=False)
        for low, high in ((0, 10), (-5, 100_000), (0, 3_000_000_000), (0, 2**32), (0, 2**40)):
            yield "integers", [name, low, high, 101], np.random.default_rng(seed).integers(low, high, 101)


def python():
    def many(seed, draw, count):
        random.seed(seed)
        return [draw() for _ in range(count)]

    for seed in (0, 1, -(10**30)):
        name = str(seed)
        yield "random", [name, LONG], many(seed, random.random, LONG)
        yield "gauss", [name, LONG], many(seed, lambda: random.gauss(0, 1), LONG)
        yield "normalvariate", [name, LONG], many(seed, lambda: random.normalvariate(0, 1), LONG)
        yield "expovariate", [name, LONG], many(seed, lambda: random.expovariate(1), LONG)
        for n in (1, 10, 2**32, 2**32 + 1, 2**53):
            yield "randrange", [name, n, 101], many(seed, lambda: random.randrange(n), 101)
        for n, count in ((10, 3), (1000, 5), (85, 6), (86, 6), (277, 20)):
            random.seed(seed)
            yield "sample", [name, n, count], random.sample(range(n), count)
        random.seed(seed)
        items = list(range(100))
        random.shuffle(items)
        yield "shuffle", [name, 100], items


def pytorch():
    def after(seed, draw):
        torch.manual_seed(seed)
        return draw().tolist()

    for seed in (0, 2**40 + 5, -3):
        for dtype in (torch.float32, torch.float64):
            kind = str(dtype)[6:]
            yield "uniform", [seed, LONG, 0, 1, kind], after(seed, lambda: torch.rand(LONG, dtype=dtype))
            yield "uniform", [seed, 101, -0.3, 0.7, kind], after(seed, lambda: torch.empty(101, dtype=dtype).uniform_(-0.3, 0.7))
            for count in (5, 16, 100, 60_007):
                yield "normal", [seed, count, 0, 1, kind], after(seed, lambda: torch.randn(count, dtype=dtype))
            yield "normal", [seed, 100, 0.3, 0.7, kind], after(seed, lambda: torch.empty(100, dtype=dtype).normal_(0.3, 0.7))
        yield "integers", [seed, 101, -3, 13], after(seed, lambda: torch.randint(-3, 10, (101,)))
        yield "integers", [seed, 101, 0, 2**40], after(seed, lambda: torch.randint(0, 2**40, (101,)))
        yield "permutation", [seed, 300], after(seed, lambda: torch.randperm(300))


def main():
    parts = {"numpy-legacy": numpy_legacy, "numpy-generator": numpy_generator, "python": python, "torch": pytorch}
    cases = [
        {"generator": name, "draw": draw, "args": args, "values": every(values)}
        for name, part in parts.items()
        for draw, args, values in part()
    ]
    print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")


main()
