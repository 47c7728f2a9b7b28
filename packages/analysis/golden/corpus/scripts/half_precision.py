import numpy as np
import torch

x = np.array([10.0, 11.0, 12.0], dtype=np.float16)
e = np.exp(x)
finite = np.isfinite(e)
stable = np.exp(x - x.max())
p = stable / stable.sum()
b = torch.tensor([0.1, 0.2, 0.3], dtype=torch.bfloat16)
s = b.float().sum()
saturated = torch.sigmoid(torch.tensor([16.0, 17.0, 18.0]))
one = 1 - saturated
