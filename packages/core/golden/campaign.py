"""Compares the built package, SciPy and PyTorch with exact results on many random inputs; prints the largest error of each in ULP.

    pnpm build && python3 golden/campaign.py [RESULTS PER FUNCTION] [SEED]

Needs Node, mpmath, NumPy, SciPy and PyTorch. 100000 results per function take some minutes.
"""
import math
import subprocess
import sys
from pathlib import Path

import numpy
import scipy.special
import torch
from mpmath import mp, mpf

from exact import SCALARS, ulps, vector

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
rng = numpy.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
mp.prec = 240
numpy.seterr(all="ignore")

SCIPY = {
    "sigmoid": scipy.special.expit,
    "logSigmoid": scipy.special.log_expit,
    "softplus": lambda x: numpy.logaddexp(0, x),
    "logit": scipy.special.logit,
    "softmax": scipy.special.softmax,
    "logSoftmax": scipy.special.log_softmax,
    "logSumExp": scipy.special.logsumexp,
}
TORCH = {
    "sigmoid": torch.sigmoid,
    "logSigmoid": torch.nn.functional.logsigmoid,
    "softplus": torch.nn.functional.softplus,
    "logit": torch.logit,
    "softmax": lambda z: torch.softmax(z, 0),
    "logSoftmax": lambda z: torch.log_softmax(z, 0),
    "logSumExp": lambda z: torch.logsumexp(z, 0),
}


def softlens(name, values):
    command = ["node", str(Path(__file__).with_name("evaluate.mjs")), name]
    run = subprocess.run(command, input=numpy.asarray(values, "<f8").tobytes(), stdout=subprocess.PIPE, check=True)
    return numpy.frombuffer(run.stdout, "<f8")


def logits(count):
    """Even over the range of the results, normal, even over the exponents, and where results are subnormal."""
    n = count // 4
    signs = rng.choice([-1, 1], n)
    return numpy.concatenate(
        [rng.uniform(-746, 746, n), rng.normal(0, 4, n), signs * 2 ** rng.uniform(-1074, 10, n), signs * rng.uniform(700, 746, n)]
    )


def probabilities(count):
    n = count // 4
    near_half = 0.5 + rng.normal(0, 1, n) * 2.0 ** rng.integers(-54, -3, n)
    values = numpy.concatenate([rng.random(n), near_half, 2 ** -rng.uniform(0, 1074, n), 1 - 2 ** -rng.uniform(0, 53, n)])
    return values[(values > 0) & (values < 1)]


def vectors(count):
    """Vectors of 1 to 1000 logits of many kinds, until they hold `count` numbers, and their temperatures."""
    while count > 0:
        n = int(rng.choice([1, 2, 3, 5, 10, 30, 100, 1000], p=[0.02, 0.25, 0.2, 0.2, 0.2, 0.1, 0.025, 0.005]))
        kind = rng.integers(0, 9)
        z = rng.normal(0, 1, n) * [3, 3, 30, 200, 400, 3, 1e-9, 1, 5][kind]
        if kind == 5:
            z = z + rng.choice([-1, 1]) * 10.0 ** rng.uniform(0, 16)
        if kind == 6:
            z = z + rng.normal(0, 10)
        if kind == 7:
            z[rng.integers(n)] += rng.uniform(0, 800)
        if kind == 8:
            z = numpy.round(z)
        count -= n
        yield z


def measure(worst, name, library, values, exact):
    row = worst.setdefault(name, {})
    row.setdefault("results", {})[library] = row.get("results", {}).get(library, 0) + len(exact)
    row[library] = max(row.get(library, 0.0), max(ulps(float(a), b) for a, b in zip(values, exact)))


def measure_scalars(worst):
    for name, function in SCALARS.items():
        inputs = probabilities(COUNT) if name == "logit" else logits(COUNT)
        exact = [function(mpf(float(x))) for x in inputs]
        measure(worst, name, "Softlens", softlens(name, inputs), exact)
        measure(worst, name, "SciPy", SCIPY[name](inputs), exact)
        measure(worst, name, "PyTorch", TORCH[name](torch.tensor(inputs)).numpy(), exact)
        print(name, flush=True)


def measure_vectors(worst):
    rows = list(vectors(COUNT))
    exact = [vector(z, 1.0) for z in rows]
    feed = numpy.concatenate([numpy.concatenate([[len(z), 1.0], z]) for z in rows])
    for name in ("softmax", "logSoftmax", "logSumExp"):
        wanted = [row[name] if name != "logSumExp" else [row[name]] for row in exact]
        measure(worst, name, "Softlens", softlens(name, feed), [value for row in wanted for value in row])
        for library, compute in (("SciPy", SCIPY[name]), ("PyTorch", lambda z: TORCH[name](torch.tensor(z)).numpy())):
            for z, row in zip(rows, wanted):
                measure(worst, name, library, numpy.atleast_1d(compute(z)), row)
        print(name, flush=True)


def measure_temperatures(worst):
    rows = [(z, float(rng.choice([0.1, 0.7, 2 ** rng.uniform(-3, 3), 10 ** rng.uniform(-100, 100)]))) for z in vectors(COUNT // 4)]
    feed = numpy.concatenate([numpy.concatenate([[len(z), t], z]) for z, t in rows])
    exact = [vector(z, t) for z, t in rows]
    for name in ("softmax", "logSoftmax"):
        measure(worst, name + " with temperature", "Softlens", softlens(name, feed), [value for row in exact for value in row[name]])
    print("temperature", flush=True)


def measure_cancellation():
    """log-sum-exp of log-probabilities: what remains is the rounding error of the inputs."""
    rows = [scipy.special.log_softmax(z) for z in vectors(COUNT // 20)]
    rows = [z for z in rows if len(z) > 1 and -700 < max(z) < -1e-200]
    feed = numpy.concatenate([numpy.concatenate([[len(z), 1.0], z]) for z in rows])
    largest, beyond = -math.inf, 0
    for value, z in zip(softlens("logSumExp", feed), rows):
        exact = vector(z, 1.0)["logSumExp"]
        if ulps(float(value), exact) > 1:
            beyond += 1
            largest = max(largest, float(mp.log(abs(mpf(float(value)) - exact) / abs(mpf(max(z))), 2)))
    print(f"logSumExp of {len(rows)} rounded log-softmax vectors: {beyond} beyond 1 ULP, by at most 2^{largest:.1f} of the maximum")


def main():
    worst = {}
    measure_scalars(worst)
    measure_vectors(worst)
    measure_temperatures(worst)
    measure_cancellation()
    print(f"{'largest error in ULP':30} {'results':>8} {'Softlens':>10} {'SciPy':>10} {'PyTorch':>10}")
    for name, row in worst.items():
        others = " ".join(f"{row[library]:10.3g}" if library in row else " " * 10 for library in ("SciPy", "PyTorch"))
        print(f"{name:30} {row['results']['Softlens']:8} {row['Softlens']:10.3f} {others}")


main()
