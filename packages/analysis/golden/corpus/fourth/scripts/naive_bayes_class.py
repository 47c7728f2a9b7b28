import math
from collections import Counter, defaultdict


class NaiveBayes:
    def __init__(self, alpha=1.0):
        self.alpha = alpha
        self.word_counts = defaultdict(Counter)
        self.class_counts = Counter()
        self.vocab = set()

    def fit(self, docs, labels):
        for doc, label in zip(docs, labels):
            words = doc.lower().split()
            self.class_counts[label] += 1
            self.word_counts[label].update(words)
            self.vocab.update(words)
        return self

    def log_prior(self, label):
        return math.log(self.class_counts[label] / sum(self.class_counts.values()))

    def log_likelihood(self, word, label):
        counts = self.word_counts[label]
        return math.log((counts[word] + self.alpha) / (sum(counts.values()) + self.alpha * len(self.vocab)))

    def joint(self, doc):
        return {
            label: self.log_prior(label) + sum(self.log_likelihood(w, label) for w in doc.lower().split() if w in self.vocab)
            for label in self.class_counts
        }

    def predict_proba(self, doc):
        j = self.joint(doc)
        m = max(j.values())
        exps = {k: math.exp(v - m) for k, v in j.items()}
        z = sum(exps.values())
        return {k: v / z for k, v in exps.items()}

    def predict(self, doc):
        p = self.predict_proba(doc)
        return max(p, key=p.get)


docs = ["Win money now", "cheap money offer", "meeting at noon", "lunch meeting today", "offer win win"]
labels = ["spam", "spam", "ham", "ham", "spam"]
nb = NaiveBayes().fit(docs, labels)
vocab_size = len(nb.vocab)
vocab = sorted(nb.vocab)
prior = nb.log_prior("spam")
joint = nb.joint("win a meeting")
proba = nb.predict_proba("win money meeting")
pred = nb.predict("money meeting lunch")
top_spam = nb.word_counts["spam"].most_common(2)
train_pred = [nb.predict(d) for d in docs]
train_acc = sum(a == b for a, b in zip(train_pred, labels)) / len(labels)
unseen = nb.predict_proba("zzz")
odds = {w: round(nb.log_likelihood(w, "spam") - nb.log_likelihood(w, "ham"), 3) for w in vocab}
most_spammy = max(odds, key=odds.get)
counts = dict(nb.class_counts)
any_word = list(nb.vocab)
