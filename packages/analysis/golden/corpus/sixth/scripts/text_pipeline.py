"""From raw text to one-hot vectors and tf-idf."""
import math
import re
import string
from collections import Counter, defaultdict

import numpy as np

docs = [
    "The cat chased the mouse.",
    "A mouse ate the cheese!",
    "Dogs and cats don't chase cheese...",
]
STOP = frozenset({"the", "a", "and"})
table = str.maketrans("", "", string.punctuation)


def clean(text: str) -> list[str]:
    return [w for w in text.lower().translate(table).split() if w not in STOP]


tokens = [clean(d) for d in docs]
vocab = sorted({w for doc in tokens for w in doc})
word2id = {w: i for i, w in enumerate(vocab)}
id2word = {i: w for w, i in word2id.items()}
encoded = [[word2id[w] for w in doc] for doc in tokens]
max_len = max(map(len, encoded))
padded = np.array([ids + [-1] * (max_len - len(ids)) for ids in encoded])

bow = np.zeros((len(docs), len(vocab)), dtype=int)
for row, ids in enumerate(encoded):
    np.add.at(bow[row], ids, 1)

df = Counter(w for doc in tokens for w in set(doc))
idf = {w: math.log(len(docs) / df[w]) + 1 for w in vocab}
tfidf = bow * np.array([idf[w] for w in vocab])
norms = np.linalg.norm(tfidf, axis=1, keepdims=True)
unit = tfidf / norms
similarity = unit @ unit.T

inverted = defaultdict(list)
for doc_id, doc in enumerate(tokens):
    for w in doc:
        if doc_id not in inverted[w]:
            inverted[w].append(doc_id)
postings = {w: ids for w, ids in sorted(inverted.items()) if len(ids) > 1}

one_hot = np.eye(len(vocab), dtype=int)[encoded[1]]
bigrams = Counter()
for doc in tokens:
    bigrams.update(zip(doc, doc[1:]))
common_bigram, count = bigrams.most_common(1)[0]
letters = Counter("".join(docs).lower())
vowels = sum(letters[v] for v in "aeiou")
sentences = re.split(r"(?<=[.!?])\s+", " ".join(docs))
capitals = re.findall(r"\b[A-Z]\w*", " ".join(docs))
masked = re.sub(r"\b(cat|mouse)s?\b", lambda m: f"<{m.group(1).upper()}>", docs[0])
decoded = " ".join(id2word[i] for i in encoded[0])
query = clean("cat cheese")
ranking = sorted(range(len(docs)), key=lambda d: -sum(tfidf[d, word2id[w]] for w in query if w in word2id))
