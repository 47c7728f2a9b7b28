import copy
import functools
import itertools
import math
from collections import Counter, OrderedDict, defaultdict, namedtuple
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.distributions as D
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor, tensor
from torch.distributions import Bernoulli, Beta, Categorical, Independent, MixtureSameFamily, Normal, kl_divergence
from torch.nn.utils import clip_grad_norm_, parameters_to_vector
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence
from torch.utils.data import DataLoader, Dataset, Subset, TensorDataset

logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, -1.0], [-0.3, 0.2, 1.7], [1.2, 1.2, 1.2]])
labels = torch.tensor([0, 1, 2, 0])
v = torch.tensor([3.0, -1.0, 2.0, 0.5, -2.5])
ints = torch.tensor([4, 1, 3, 1, 2, 4, 4])
m = torch.arange(12.0).reshape(3, 4)
cube = torch.arange(24).view(2, 3, 4)
probs = logits.softmax(dim=-1)
bits = torch.tensor([1.0, 0.0, 1.0, 0.0])
scores = torch.tensor([0.8, -1.2, 0.3, 2.0])
mask = torch.tensor([[1, 1, 1, 0], [1, 1, 0, 0], [1, 1, 1, 1]]).bool()
image = torch.arange(16.0).view(1, 1, 4, 4)
emb = nn.Embedding.from_pretrained(torch.tensor([[0.0, 0.0], [1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), padding_idx=0)
lin = nn.Linear(3, 2)
with torch.no_grad():
    lin.weight.copy_(torch.tensor([[0.1, -0.2, 0.3], [0.4, 0.5, -0.6]]))
    lin.bias.fill_(0.05)
class_names = ["setosa", "versicolor", "virginica"]
boxes = torch.tensor([[0.0, 0.0, 2.0, 2.0], [1.0, 1.0, 3.0, 3.0], [0.0, 0.0, 2.0, 1.8]])
multi_targets = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 1.0, 0.0]])
A = torch.tensor([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
seqs = [torch.tensor([5, 2, 7]), torch.tensor([1]), torch.tensor([3, 3])]
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 2))
with torch.no_grad():
    for p in net.parameters():
        p.copy_(torch.arange(p.numel(), dtype=torch.float32).view(p.shape) * 0.1 - 0.2)
cell = nn.GRUCell(2, 2)
for p in cell.parameters():
    nn.init.ones_(p)
points = torch.tensor([[1.0, 1.0], [1.5, 2.0], [5.0, 7.0], [4.5, 5.0]])
