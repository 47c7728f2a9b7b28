import torch
import torch.nn.functional as F

a = F.normalize(torch.tensor([[1.0, 0.5], [0.2, -1.0]]), dim=1)
b = F.normalize(torch.tensor([[0.9, 0.6], [0.1, -0.8]]), dim=1)
temperature = 0.07
logits = a @ b.T / temperature
labels = torch.arange(logits.shape[0])
loss = (F.cross_entropy(logits, labels) + F.cross_entropy(logits.T, labels)) / 2
similarity = F.cosine_similarity(a, b)
hits = (logits.argmax(dim=1) == labels).float().mean()
