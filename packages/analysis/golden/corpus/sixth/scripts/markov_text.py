import random
from collections import defaultdict, Counter
import math

corpus = """I am Sam. Sam I am. I do not like green eggs and ham.
I do so like green eggs and ham! Thank you, Sam I am."""

sentences = [s.strip() for s in corpus.replace("!", ".").replace("\n", " ").split(".") if s.strip()]
tokenized = [["<s>"] + s.lower().replace(",", "").split() + ["</s>"] for s in sentences]

unigrams = Counter(word for s in tokenized for word in s)
bigrams = defaultdict(Counter)
for sent in tokenized:
    for prev, cur in zip(sent[:-1], sent[1:]):
        bigrams[prev][cur] += 1

V = len(unigrams)


def p_mle(cur, prev):
    total = sum(bigrams[prev].values())
    return bigrams[prev][cur] / total if total else 0


def p_laplace(cur, prev, k=1):
    return (bigrams[prev][cur] + k) / (sum(bigrams[prev].values()) + k * V)


def sentence_logprob(sentence, prob=p_laplace):
    words = ["<s>", *sentence.lower().split(), "</s>"]
    return sum(math.log(prob(c, p)) for p, c in zip(words, words[1:]))


def perplexity(sentence):
    n = len(sentence.split()) + 1
    return math.exp(-sentence_logprob(sentence) / n)


def most_likely(start="<s>", limit=8):
    out, word = [], start
    while len(out) < limit:
        if not bigrams[word]:
            break
        word = bigrams[word].most_common(1)[0][0]
        if word == "</s>":
            break
        out.append(word)
    return " ".join(out)


n_sentences = len(sentences)
after_i = dict(bigrams["i"])
p_am = p_mle("am", "i")
p_sam = p_laplace("sam", "am")
known = sentence_logprob("Sam I am")
unknown = sentence_logprob("ham green like")
ratio = math.exp(known - unknown)
ppl = round(perplexity("I do not like ham"), 4)
sample = most_likely()
row_sums = {w: round(sum(p_laplace(c, w) for c in unigrams), 6) for w in ("i", "sam", "<s>")}
top3 = unigrams.most_common(3)
rare = sorted(w for w, c in unigrams.items() if c == 1)
lengths = list(map(len, tokenized))
entropy = -sum(c / sum(unigrams.values()) * math.log2(c / sum(unigrams.values())) for c in unigrams.values())
good_turing = Counter(unigrams.values())
p0 = good_turing[1] / sum(unigrams.values())
