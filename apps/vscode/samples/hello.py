# Rest the mouse on a call, or on a name, to see what it holds. Nothing is run.
import numpy as np
import torch
import torch.nn.functional as F

# Three classes: softmax turns scores (logits) into a distribution.
probs = F.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)

# Several labels: a sigmoid judges each score on its own.
labels = torch.sigmoid(torch.tensor([1.5, -0.3, 0.8]))

# Two classes: softmax over [x, 0] is the sigmoid of x.
two = F.softmax(torch.tensor([1.2, 0.0]), dim=0)
one = torch.sigmoid(torch.tensor(1.2))

# A batch: dim=1 gives every row its own distribution.
batch = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.0]])
rows = F.softmax(batch, dim=1)

# The same by hand, with NumPy.
scores = np.array([2.0, 1.0, 0.1])
by_hand = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
