import re
from collections import Counter, defaultdict

corpus = {"l o w </w>": 5, "l o w e r </w>": 2, "n e w e s t </w>": 6, "w i d e s t </w>": 3}


def get_stats(vocab):
    pairs = defaultdict(int)
    for word, freq in vocab.items():
        symbols = word.split()
        for i in range(len(symbols) - 1):
            pairs[symbols[i], symbols[i + 1]] += freq
    return pairs


def merge_vocab(pair, v_in):
    v_out = {}
    bigram = re.escape(" ".join(pair))
    p = re.compile(r"(?<!\S)" + bigram + r"(?!\S)")
    for word in v_in:
        w_out = p.sub("".join(pair), word)
        v_out[w_out] = v_in[word]
    return v_out


vocab = corpus
merges = []
for i in range(3):
    pairs = get_stats(vocab)
    best = max(pairs, key=pairs.get)
    vocab = merge_vocab(best, vocab)
    merges.append(best)
learned = merges
final = list(vocab)
text = "Hello, world! It's 2024."
tokens = re.findall(r"\w+|[^\w\s]", text)
lower = [t.lower() for t in tokens if t.isalpha()]
stoi = {s: i for i, s in enumerate(sorted(set("hello")))}
itos = {i: s for s, i in stoi.items()}
encode = lambda s: [stoi[c] for c in s]
decode = lambda l: "".join(itos[i] for i in l)
roundtrip = decode(encode("hello"))
ids = encode("hello")
blocks = [(ids[:t + 1], ids[t + 1]) for t in range(3)]
trigrams = ["".join(g) for g in zip(*[text[i:] for i in range(3)])][:3]
words = re.split(r"[,\s]+", "a, b  c")
m = re.match(r"(\w+)-(\d+)", "epoch-12")
epoch = int(m.group(2)) if m else None
snake = re.sub(r"(?<!^)(?=[A-Z])", "_", "CrossEntropyLoss").lower()
wordcount = Counter(re.findall(r"[a-z]+", "the cat the hat")).most_common()
