import math

import numpy as np

docs = [("win money now", 1), ("meeting at noon", 0), ("win a prize", 1), ("project meeting", 0)]
vocab = sorted({w for text, _ in docs for w in text.split()})
index = {w: i for i, w in enumerate(vocab)}
X = np.zeros((len(docs), len(vocab)), dtype=int)
for r, (text, _) in enumerate(docs):
    for w in text.split():
        X[r, index[w]] += 1
y = np.array([label for _, label in docs])
prior = np.array([np.mean(y == c) for c in (0, 1)])
alpha = 1.0
word_counts = np.array([X[y == c].sum(axis=0) for c in (0, 1)])
likelihood = (word_counts + alpha) / (word_counts.sum(axis=1, keepdims=True) + alpha * len(vocab))
log_prior = np.log(prior)
log_like = np.log(likelihood)
new = np.zeros(len(vocab), dtype=int)
for w in "win meeting money".split():
    new[index[w]] += 1
joint = log_prior + log_like @ new
posterior = np.exp(joint - np.logaddexp.reduce(joint))
label = int(posterior.argmax())
scores = {("ham", "spam")[i]: round(float(p), 4) for i, p in enumerate(posterior)}
train_pred = np.argmax(X @ log_like.T + log_prior, axis=1)
train_acc = (train_pred == y).mean()
odds = math.log(posterior[1] / posterior[0])
