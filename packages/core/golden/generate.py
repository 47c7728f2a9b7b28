"""Writes golden.json beside this file: inputs and exact results for test/golden.test.ts. Needs mpmath.

A result is written as the nearest float64 and the distance from it to the exact result, in hundredths of a unit in the last
place, so that the test can measure errors below one unit. Inputs and results are decimal and round-trip to the same float64.

    python3 golden/generate.py
"""
import json
import math
import random
from pathlib import Path

from mpmath import mp, mpf

from exact import SCALARS, nearest, ulp_exponent, vector

random.seed(20240229)

EDGES = [
    0.0, 5e-324, 2.2250738585072014e-308, 1e-300, 1e-20, 2.0**-53, 2.0**-52, 2.0**-27, 1e-3, 0.34657359027997264, 0.5,
    0.6931471805599453, 1.0, 2.0, math.pi, 10.0, 16.6, 36.04365338911715, 36.7368005696771, 37.0, 38.0, 39.9, 40.0, 40.1, 44.9,
    45.0, 45.1, 100.0, 599.9, 600.0, 600.1, 700.0, 708.3964185322641, 708.3964185322642, 709.782712893384, 710.0, 711.0, 720.0,
    740.0, 744.4400719213812, 744.4400719213813, 745.1332191019411, 745.1332191019412, 745.2, 746.0, 1e4, 1e300, 1.7976931348623157e308,
]


def logits(count):
    values = [sign * edge for edge in EDGES for sign in (1, -1)]
    while len(values) < count:
        kind = len(values) % 4
        if kind == 0:
            values.append(random.uniform(-746, 746))
        elif kind == 1:
            values.append(random.gauss(0, 4))
        elif kind == 2:
            values.append(random.choice([-1, 1]) * random.uniform(1, 2) * 2.0 ** random.randint(-1070, 9))
        else:
            values.append(random.uniform(-746, -700) * random.choice([-1, 1]))
    return values


def probabilities(count):
    values = [5e-324, 2.2250738585072014e-308, 1e-300, 2.0**-500, 2.0**-501, 1e-20, 0.1, 0.25, 0.5, 0.75, 0.9, 1 - 2.0**-53]
    values += [0.5 + sign * 2.0**-k for k in range(3, 54, 5) for sign in (1, -1)]
    while len(values) < count:
        kind = len(values) % 4
        if kind == 0:
            values.append(random.random())
        elif kind == 1:
            values.append(0.5 + random.gauss(0, 1) * 2.0 ** random.randint(-52, -4))
        elif kind == 2:
            values.append(random.uniform(0.5, 1) * 2.0 ** random.randint(-1070, 0))
        else:
            values.append(1 - random.uniform(0.5, 1) * 2.0 ** random.randint(-50, -1))
    return [value for value in values if 0 < value < 1]


def vectors():
    yield [2.0, 1.0, 0.1], 1.0
    yield [0.0], 1.0
    yield [1000.0, 0.0], 1.0
    yield [0.0, -745.0, -745.2, -800.0], 1.0
    yield [0.0, -708.5, -720.25], 1.0
    yield [1e308, -1e308, 1e308], 1.0
    yield [1e16, 1e16 + 2, 1e16 - 4], 1.0
    yield [-0.6931471805599453, -0.6931471805599453], 1.0
    yield [math.log(0.1), math.log(0.2), math.log(0.7)], 1.0
    yield [3.0, 1.0, 0.2], 1e-320
    yield [3.0, 1.0, 0.2], 1e308
    yield [5e-324, 0.0], 5e-324
    for length in [1, 2, 2, 2, 3, 3, 5, 7, 10, 17, 30]:
        for spread in [1e-9, 0.3, 3, 40, 300]:
            yield [random.gauss(0, spread) for _ in range(length)], 1.0
        yield [random.gauss(0, 5) + random.choice([-1, 1]) * 10.0 ** random.randint(1, 15) for _ in range(1)] + [
            random.gauss(0, 5) for _ in range(length - 1)
        ], 1.0
        yield [random.gauss(0, 3) for _ in range(length)], random.choice([0.1, 0.7, 1.3, 2.0, 10.0])
        yield [random.gauss(0, 3) * 2.0**500 for _ in range(length)], random.uniform(1, 2) * 2.0**498
        probabilities = [random.random() for _ in range(length)]
        yield [math.log(p / sum(probabilities)) for p in probabilities], 1.0
    for length in [100, 128, 129, 300]:
        yield [random.gauss(0, 3) for _ in range(length)], 1.0
    yield [random.gauss(0, 200) for _ in range(200)], 0.7
    yield [round(random.gauss(0, 3), 3) for _ in range(1000)], 1.0
    yield [round(random.gauss(0, 30), 2) for _ in range(1000)], 1.0


def golden(exact):
    value = nearest(exact)
    if math.isinf(value):
        return ["-Infinity" if value < 0 else "Infinity", 0]
    return [value, round(float(mp.ldexp(exact - mpf(value), -ulp_exponent(exact))) * 100)]


def split(results):
    pairs = [golden(exact) for exact in results]
    return {"values": [pair[0] for pair in pairs], "hundredths": [pair[1] for pair in pairs]}


def main():
    scalars = {}
    for name, exact in SCALARS.items():
        inputs = probabilities(600) if name == "logit" else logits(600)
        scalars[name] = {"inputs": inputs, **split(exact(mpf(value)) for value in inputs)}
    rows = []
    for values, temperature in vectors():
        exact = vector(values, temperature)
        row = {"z": values, "temperature": temperature}
        row["softmax"] = split(exact["softmax"])
        row["logSoftmax"] = split(exact["logSoftmax"])
        if temperature == 1:
            row["logSumExp"] = split([exact["logSumExp"]])
        rows.append(row)
    path = Path(__file__).with_name("golden.json")
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    head = ",\n".join(f"{json.dumps(name)}:{json.dumps(row, separators=(',', ':'))}" for name, row in scalars.items())
    path.write_text(f'{{"scalars":{{\n{head}\n}},\n"vectors":[\n{lines}\n]}}\n')


main()
