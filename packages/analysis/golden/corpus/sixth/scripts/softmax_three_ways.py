"""Three ways to write the softmax, from naive to stable, and what each gives for large logits."""
import math
from typing import Callable, Dict, List, Sequence

import numpy as np

Vector = Sequence[float]


def naive(xs: Vector) -> List[float]:
    exps = [math.exp(x) for x in xs]
    total = sum(exps)
    return [e / total for e in exps]


def shifted(xs: Vector) -> List[float]:
    top = max(xs)
    exps = [math.exp(x - top) for x in xs]
    return [e / sum(exps) for e in exps]


def through_logs(xs: Vector) -> List[float]:
    top = max(xs)
    lse = top + math.log(sum(math.exp(x - top) for x in xs))
    return [math.exp(x - lse) for x in xs]


METHODS: Dict[str, Callable[[Vector], List[float]]] = {
    "naive": naive,
    "shifted": shifted,
    "logs": through_logs,
}

small = [2.0, 1.0, 0.1]
large = [1002.0, 1001.0, 1000.1]

results: Dict[str, List[float]] = {}
failures = []
for name, method in METHODS.items():
    results[name] = [round(p, 6) for p in method(small)]
    try:
        method(large)
    except OverflowError as err:
        failures.append((name, type(err).__name__, str(err)))

agree = all(np.allclose(results["naive"], r) for r in results.values())
big = shifted(large)
difference = max(abs(a - b) for a, b in zip(big, shifted(small)))
width = max(map(len, METHODS)) + 2
lines = []
for name in METHODS:
    cells = " ".join(f"{p:7.4f}" for p in results[name])
    lines.append(f"{name:<{width}}{cells}")
table = "\n".join(lines)
print(table)
first_failure = failures[0] if failures else None
best_index, best_p = max(enumerate(big), key=lambda pair: pair[1])
summary = f"class {best_index} wins with {best_p:.1%}"
print(summary)
