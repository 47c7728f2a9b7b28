import math
import torch
import torch.nn.functional as F

floors = {}
for k in (2, 4, 10):
    certain = torch.zeros(1, k)
    certain[0, 0] = 1.0
    floors[k] = F.cross_entropy(certain, torch.tensor([0])).item()
formula = {k: math.log(math.e + k - 1) - 1 for k in (2, 4, 10)}
close = all(abs(floors[k] - formula[k]) < 1e-6 for k in floors)
