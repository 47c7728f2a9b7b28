# A picture may show a cat and a sofa: labels do not compete.
import torch
import torch.nn as nn
import torch.nn.functional as F

head = nn.Linear(512, 4)
features = torch.randn(16, 512)
targets = torch.tensor([[1.0, 0.0, 1.0, 0.0]]).repeat(16, 1)

# A softmax makes them compete, and a sigmoid is what BCEWithLogitsLoss applies itself.
competing = F.softmax(head(features), dim=1)
wrong = F.binary_cross_entropy(competing, targets)

twice = torch.sigmoid(head(features))
flat = F.binary_cross_entropy_with_logits(twice, targets)

right = F.binary_cross_entropy_with_logits(head(features), targets)

# For people to read, and to decide by:
probabilities = torch.sigmoid(torch.tensor([1.5, -0.3, 0.8, -4.0]))
shown = probabilities > 0.5
