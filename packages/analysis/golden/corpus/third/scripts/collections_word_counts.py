import math
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

corpus = ["the cat sat", "the dog sat", "the cat ran"]
tokens = [w for line in corpus for w in line.split()]
counts = Counter(tokens)
common = counts.most_common(2)
total = sum(counts.values())
unigram = {w: c / total for w, c in counts.items()}
the = unigram["the"]
bigrams = defaultdict(Counter)
for line in corpus:
    ws = ["<s>"] + line.split() + ["</s>"]
    for a, b in zip(ws, ws[1:]):
        bigrams[a][b] += 1
after_the = dict(bigrams["the"])
p_cat = bigrams["the"]["cat"] / sum(bigrams["the"].values())


def laplace(a, b, vocab=7):
    return (bigrams[a][b] + 1) / (sum(bigrams[a].values()) + vocab)


smooth = laplace("cat", "sat")
unseen = laplace("dog", "the")
sentence = "<s> the cat sat </s>".split()
logp = sum(math.log(laplace(a, b)) for a, b in zip(sentence, sentence[1:]))
ppl = math.exp(-logp / (len(sentence) - 1))
vocab = {w: i for i, w in enumerate(sorted(set(tokens)))}
ids = [vocab[w] for w in "the cat ran".split()]
inverse = {i: w for w, i in vocab.items()}
decoded = " ".join(inverse[i] for i in ids)
df = Counter(w for line in corpus for w in sorted(set(line.split())))
idf = {w: math.log(len(corpus) / df[w]) for w in sorted(df)}
tfidf = counts["cat"] * idf["cat"]
window = deque(maxlen=3)
for i in range(5):
    window.append(i)
recent = list(window)
dq = deque([1, 2, 3])
dq.rotate(1)
dq.appendleft(0)
rotated = list(dq)
groups = defaultdict(list)
for w in sorted(set(tokens)):
    groups[len(w)].append(w)
by_length = dict(groups)
Point = namedtuple("Point", ["x", "y"])
pt = Point(1, y=2)
px = pt.x + pt.y
c2 = Counter(a=3, b=1) - Counter(a=1, b=2)
left = dict(c2)
od = OrderedDict([("z", 1), ("a", 2)])
od.move_to_end("z")
order = list(od)
merged = {**{"x": 1}, **{"y": 2}}
popped = merged.pop("x")
merged.setdefault("k", []).append(5)
state = merged
inv = {v: k for k, v in {"a": 1, "b": 2}.items()}
s = {1, 2, 3} & {2, 3, 4}
both = sorted(s)
sym = sorted({1, 2} ^ {2, 3})
sub = {1} <= {1, 2}
