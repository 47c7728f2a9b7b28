from collections import Counter, defaultdict
from math import log, exp

docs = [
    ("buy cheap pills now", "spam"),
    ("cheap meds buy now", "spam"),
    ("meeting at noon", "ham"),
    ("lunch at noon tomorrow", "ham"),
    ("are you free tomorrow", "ham"),
]
word_counts = defaultdict(Counter)
class_counts = Counter()
vocab = set()
for text, label in docs:
    class_counts[label] += 1
    for word in text.split():
        word_counts[label][word] += 1
        vocab.add(word)

def log_posterior(text):
    scores = {}
    total_docs = sum(class_counts.values())
    for label in class_counts:
        score = log(class_counts[label] / total_docs)
        total = sum(word_counts[label].values())
        for word in text.split():
            score += log((word_counts[label][word] + 1) / (total + len(vocab)))
        scores[label] = score
    return scores

scores = log_posterior("buy pills tomorrow")
m = max(scores.values())
Z = sum(exp(s - m) for s in scores.values())
posterior = {label: exp(s - m) / Z for label, s in scores.items()}
prediction = max(scores, key=scores.get)
vocab_size = len(vocab)
spam_top = word_counts["spam"].most_common(2)
n_ham = class_counts["ham"]
