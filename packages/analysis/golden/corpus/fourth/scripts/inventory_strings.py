from collections import OrderedDict, deque, namedtuple, ChainMap
import json
import re

raw = """
# comment
lr=0.01
epochs = 10
layers=64,32,10
name = "tiny"
debug=true
"""


def parse(text):
    out = {}
    for line in text.strip().splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        key, _, value = (s.strip() for s in line.partition("="))
        out[key] = convert(value)
    return out


def convert(v):
    if v.lower() in ("true", "false"):
        return v.lower() == "true"
    if "," in v:
        return [convert(p) for p in v.split(",")]
    for cast in (int, float):
        try:
            return cast(v)
        except ValueError:
            pass
    return v.strip('"')


config = parse(raw)
types = {k: type(v).__name__ for k, v in config.items()}
merged = ChainMap({"lr": 0.1}, config)
lr = merged["lr"]
epochs = merged["epochs"]
Point = namedtuple("Point", ["x", "y"], defaults=[0])
p = Point(3)
moved = p._replace(y=5)
text = str(moved)
q = deque(maxlen=3)
for i in range(5):
    q.append(i)
last = list(q)
q.rotate(1)
rotated = list(q)
q.appendleft(9)
left = q.popleft()
blob = json.dumps(config, sort_keys=True)
back = json.loads(blob) == config
od = OrderedDict(sorted({"b": 1, "a": 2}.items()))
od.move_to_end("a")
od_keys = list(od)
words = "the quick brown the lazy the".split()
seen = []
for w in words:
    if w not in seen:
        seen.append(w)
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
acronym = "".join(w[0].upper() for w in "receiver operating characteristic".split())
snake = re.sub(r"(?<!^)(?=[A-Z])", "_", "BinaryCrossEntropyLoss").lower()
camel = "".join(p.capitalize() for p in "log_softmax_layer".split("_"))
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.isalpha() else c for c in "abc xyz")
pal = [w for w in ["level", "noon", "abc"] if w == w[::-1]]
matrix = [[1, 2, 3], [4, 5, 6]]
transposed = [list(r) for r in zip(*matrix)]
a, *rest, z = range(5)
(first, second), third = [1, 2], 3
x = y = []
x.append(1)
alias = y
sw1, sw2 = 1, 2
sw1, sw2 = sw2, sw1
del config["debug"]
remaining = sorted(config)
popped = config.pop("missing", "none")
nested = {}
nested.setdefault("a", {}).setdefault("b", []).append(1)
