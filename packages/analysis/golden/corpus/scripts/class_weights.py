import torch
import torch.nn as nn

counts = torch.tensor([100.0, 20.0, 5.0])
weights = counts.sum() / (len(counts) * counts)
criterion = nn.CrossEntropyLoss(weight=weights)
logits = torch.tensor([[1.0, 0.0, -1.0], [0.2, 0.1, 0.9]])
loss = criterion(logits, torch.tensor([0, 2]))
unweighted = nn.CrossEntropyLoss()(logits, torch.tensor([0, 2]))
ratio = (loss / unweighted).item()
