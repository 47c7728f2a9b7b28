import torch
from collections import Counter, defaultdict

docs = ["free money now", "meeting at noon", "free free offer", "lunch at noon now"]
labels = ["spam", "ham", "spam", "ham"]

classes = sorted(set(labels))
class_to_idx = {c: i for i, c in enumerate(classes)}
vocab = {}
for d in docs:
    for w in d.split():
        vocab.setdefault(w, len(vocab))

X = torch.zeros(len(docs), len(vocab))
for i, d in enumerate(docs):
    for w, n in Counter(d.split()).items():
        X[i, vocab[w]] = n
y = torch.tensor([class_to_idx[l] for l in labels])

log_prior = torch.log(torch.bincount(y).float() / len(y))
counts = torch.zeros(len(classes), len(vocab)).index_add(0, y, X)
log_lik = torch.log((counts + 1) / (counts.sum(1, keepdim=True) + len(vocab)))


def vectorise(text):
    out = torch.zeros(len(vocab))
    for w in text.split():
        if w in vocab:
            out[vocab[w]] += 1
    return out


def predict(text, return_proba=False):
    joint = log_prior + log_lik @ vectorise(text)
    post = (joint - torch.logsumexp(joint, dim=0)).exp()
    label = classes[post.argmax()]
    return (label, post) if return_proba else label


guess = predict("free lunch")
label, post = predict("money offer now", return_proba=True)
all_preds = [predict(d) for d in docs]
acc = sum(p == t for p, t in zip(all_preds, labels)) / len(labels)
by_class = defaultdict(list)
for d, l in zip(docs, labels):
    by_class[l].append(len(d.split()))
avg_len = {k: sum(v) / len(v) for k, v in by_class.items()}
top_words = [max(vocab, key=lambda w: log_lik[c, vocab[w]].item()) for c in range(len(classes))]
log_odds = log_lik[1] - log_lik[0]
most_spammy = sorted(vocab, key=lambda w: -log_odds[vocab[w]])[:2]
confidence = f"{post.max().item():.1%}"
total = int(X.sum().item())
sparse = (X == 0).sum().item() / X.numel()
onehot = torch.eye(len(classes), dtype=torch.long)[y]
