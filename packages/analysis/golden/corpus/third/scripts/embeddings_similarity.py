import numpy as np
import torch
import torch.nn.functional as F

E = {"king": [0.8, 0.6, 0.1], "queen": [0.7, 0.7, 0.2], "apple": [0.1, 0.0, 0.9]}


def cosine(a, b):
    a, b = np.array(a), np.array(b)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))


sims = {(a, b): round(cosine(E[a], E[b]), 4) for a in E for b in E if a < b}
closest = max(sims, key=sims.get)
M = torch.tensor(list(E.values()))
N = F.normalize(M, dim=1)
S = N @ N.T
diag = S.diagonal()
masked = S.masked_fill(torch.eye(3, dtype=torch.bool), float("-inf"))
nearest = masked.argmax(dim=1)
probs = F.softmax(S / 0.07, dim=1)
labels = torch.arange(3)
info_nce = F.cross_entropy(S / 0.07, labels)
clip = (F.cross_entropy(S, labels) + F.cross_entropy(S.t(), labels)) / 2
dist = torch.cdist(M, M)
euclid = (M.unsqueeze(1) - M.unsqueeze(0)).pow(2).sum(-1).sqrt()
mean = M.mean(dim=0)
centered = M - mean
cov = centered.T @ centered / (len(M) - 1)
emb = torch.nn.Embedding(3, 3)
emb.weight.data.copy_(M)
looked = emb(torch.tensor([2, 0]))
bag = looked.mean(0)
onehot = F.one_hot(torch.tensor([2, 0]), 3).float() @ M
same = torch.equal(onehot, looked)
