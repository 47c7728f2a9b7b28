import json
import copy

config = json.loads('{"model": {"layers": [8, 4], "act": "relu"}, "lr": 0.01}')
layers = config["model"]["layers"]
deep = copy.deepcopy(config)
deep["model"]["layers"].append(2)
n1 = len(layers)
n2 = len(deep["model"]["layers"])
lr = config.get("lr", 1.0)
dumped = json.dumps({"a": 1, "b": [1.5, None]})
sizes = [2, *layers, 3]
shapes = list(zip(sizes, sizes[1:]))
params = sum(i * o + o for i, o in shapes)

class Registry(dict):
    def register(self, name):
        def deco(f):
            self[name] = f
            return f
        return deco

registry = Registry()

@registry.register("square")
def square(x):
    return x * x

@registry.register("cube")
def cube(x):
    return x ** 3

out = {k: f(3) for k, f in registry.items()}
chosen = registry["cube"](2)
ACTS = {"relu": lambda x: x if x > 0 else 0, "leaky": lambda x: x if x > 0 else 0.1 * x}
acted = [ACTS[config["model"]["act"]](v) for v in (-2, 3)]

def build(kind, **kw):
    table = {"a": dict, "b": list}
    return table[kind](**kw) if kind == "a" else table[kind](kw)

built = build("a", x=1)
built2 = build("b", x=1)
schedule = [0.1 * 0.5 ** (e // 2) for e in range(6)]
warm = [min(1.0, (s + 1) / 4) for s in range(6)]
import math
cosine = [0.5 * (1 + math.cos(math.pi * t / 4)) for t in range(5)]
best, patience = float("inf"), 0
for loss in [0.9, 0.7, 0.71, 0.72, 0.6]:
    if loss < best:
        best, patience = loss, 0
    else:
        patience += 1
        if patience >= 2:
            break
ema = 0.0
for x in [1.0, 2.0, 3.0]:
    ema = 0.9 * ema + 0.1 * x
