from collections import Counter, defaultdict, deque, namedtuple, OrderedDict
from itertools import groupby, accumulate, product
import heapq

groups = defaultdict(list)
for word in ["apple", "bob", "cat", "alice", "bar"]:
    groups[word[0]].append(word)
as_dict = dict(groups)
keys = sorted(groups)
na = len(groups["a"])
missing = groups["z"]
n_keys = len(groups)

counts = defaultdict(int)
for c in "mississippi":
    counts[c] += 1
freq = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))

nested = defaultdict(lambda: defaultdict(float))
nested["a"]["b"] += 1.5
nested["a"]["c"] -= 0.5
nb = nested["a"]["b"]

q = deque([1, 2, 3])
q.append(4)
q.appendleft(0)
left = q.popleft()
right = q.pop()
q.rotate(1)
as_list = list(q)
window = deque(maxlen=3)
averages = []
for v in [1, 2, 3, 4, 5]:
    window.append(v)
    averages.append(sum(window) / len(window))

Point = namedtuple("Point", "x y label")
p = Point(1, 2, label="a")
px, py, _ = p
p2 = p._replace(x=10)
p2x = p2.x
fields = Point._fields
as_d = p._asdict()
text = str(p)

c = Counter("banana")
c.update("ab")
top = c.most_common(1)
c.subtract({"a": 2})
na2 = c["a"]
both = Counter(a=1, b=3) & Counter(a=2, b=1)
elems = sorted(Counter(a=2, b=1).elements())

runs = [(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3, 3])]
running = list(accumulate([3, 1, 4, 1, 5], max))
grid = [f"{a}{b}" for a, b in product("xy", range(2))]

heap = []
for x in [5, 1, 4]:
    heapq.heappush(heap, x)
smallest = heapq.heappop(heap)
heap_left = len(heap)
d = {"a": 1, "b": 2}
d.update(c=3)
popped = d.pop("a")
d.setdefault("x", []).append(1)
dx = d["x"]
inv = {v: k for k, v in {"p": 1, "q": 2}.items()}
merged = {**d, "b": 20}
del d["b"]
left_keys = list(d)
items = [(k, v) for k, v in sorted(as_d.items())]
s = {3, 1}
s.add(2)
s.discard(7)
s |= {9}
ordered = sorted(s)
lst = [5, 3, 8]
lst.sort()
lst.insert(1, 4)
lst.remove(8)
lst.extend([1, 1])
ones = lst.count(1)
lst[1:3] = [7, 7, 7]
lst.reverse()
del lst[0]
idx = lst.index(7)
