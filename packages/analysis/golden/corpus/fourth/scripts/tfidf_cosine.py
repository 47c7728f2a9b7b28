import math
import re
from collections import Counter

corpus = ["The cat sat on the mat.", "The dog sat on the log.", "Cats and dogs, living together!"]
tokenize = lambda s: re.findall(r"[a-z]+", s.lower())
tokens = [tokenize(d) for d in corpus]
vocab = sorted({w for doc in tokens for w in doc})
df = Counter(w for doc in tokens for w in set(doc))
idf = {w: math.log(len(corpus) / df[w]) + 1 for w in vocab}


def vector(doc):
    tf = Counter(doc)
    return [tf[w] / len(doc) * idf[w] for w in vocab]


def cosine(a, b):
    num = sum(x * y for x, y in zip(a, b))
    den = math.sqrt(sum(x * x for x in a)) * math.sqrt(sum(y * y for y in b))
    return num / den if den else 0.0


vectors = [vector(d) for d in tokens]
sim = [[round(cosine(a, b), 4) for b in vectors] for a in vectors]
most_common = Counter(w for d in tokens for w in d).most_common(3)
index = {}
for i, doc in enumerate(tokens):
    for w in doc:
        index.setdefault(w, set()).add(i)
postings = {w: sorted(ids) for w, ids in sorted(index.items()) if len(ids) > 1}
query = tokenize("sat mat")
scores = sorted(((cosine(vector(query), v), i) for i, v in enumerate(vectors)), reverse=True)
best = scores[0][1]
bigrams = Counter(zip(tokens[0], tokens[0][1:]))
first_bigram = max(bigrams, key=bigrams.get)
lengths = list(map(len, tokens))
longest = max(vocab, key=len)
jaccard = len(set(tokens[0]) & set(tokens[1])) / len(set(tokens[0]) | set(tokens[1]))
shared = sorted(set(tokens[0]) & set(tokens[1]))
