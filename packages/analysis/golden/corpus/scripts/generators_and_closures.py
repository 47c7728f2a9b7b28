import math

def scaled(factor):
    def apply(values):
        return [v * factor for v in values]
    return apply

def sweep(logits, temperatures):
    for t in temperatures:
        z = scaled(1 / t)(logits)
        top = max(z)
        e = [math.exp(v - top) for v in z]
        s = sum(e)
        yield t, [v / s for v in e]

table = dict(sweep([2.0, 1.0, 0.1], (0.5, 1.0, 2.0)))
half = table[0.5]
widest = max(table, key=lambda t: table[t][0])
doubled = scaled(2)([1, 2, 3])
