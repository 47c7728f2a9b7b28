import math
import re
from collections import Counter, defaultdict

TRAIN = [
    ("spam", "Win money now! Claim your FREE prize"),
    ("spam", "free money, free offers"),
    ("ham", "Are we meeting for lunch now?"),
    ("ham", "Please send your report by Monday"),
    ("ham", "lunch money is on the table"),
]


def tokenize(text):
    return re.findall(r"[a-z']+", text.lower())


class NaiveBayes:
    def __init__(self, alpha=1.0):
        self.alpha = alpha
        self.word_counts = defaultdict(Counter)
        self.class_counts = Counter()
        self.vocab = set()

    def train(self, rows):
        for label, text in rows:
            tokens = tokenize(text)
            self.class_counts[label] += 1
            self.word_counts[label].update(tokens)
            self.vocab |= set(tokens)

    def log_scores(self, text):
        total = sum(self.class_counts.values())
        scores = {}
        for label in sorted(self.class_counts):
            score = math.log(self.class_counts[label] / total)
            n = sum(self.word_counts[label].values())
            for w in tokenize(text):
                if w not in self.vocab:
                    continue
                score += math.log((self.word_counts[label][w] + self.alpha) / (n + self.alpha * len(self.vocab)))
            scores[label] = score
        return scores

    def probabilities(self, text):
        scores = self.log_scores(text)
        m = max(scores.values())
        exps = {k: math.exp(s - m) for k, s in scores.items()}
        z = sum(exps.values())
        return {k: e / z for k, e in exps.items()}


nb = NaiveBayes()
nb.train(TRAIN)
vocabulary = sorted(nb.vocab)
vocab_size = len(vocabulary)
priors = {k: v / len(TRAIN) for k, v in nb.class_counts.items()}
message = "Free lunch! Claim money"
log_scores = nb.log_scores(message)
posterior = nb.probabilities(message)
decision = max(posterior, key=posterior.get)
top_spam = nb.word_counts["spam"].most_common(2)
odds = posterior["spam"] / posterior["ham"]
log_odds = math.log(odds)
unseen = nb.probabilities("zebra")
per_message = [(label, round(nb.probabilities(text)[label], 3)) for label, text in TRAIN]
for label, p in per_message:
    print(f"{label:>5}: {p:.3f} {'*' * int(p * 10)}")
wrong = [text for label, text in TRAIN if max(nb.probabilities(text).items(), key=lambda kv: kv[1])[0] != label]
