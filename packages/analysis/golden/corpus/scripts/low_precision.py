import numpy as np
import torch

x16 = np.array([11.0, 10.0, 9.0], dtype=np.float16)
naive = np.exp(x16) / np.exp(x16).sum()
stable = np.exp(x16 - x16.max()) / np.exp(x16 - x16.max()).sum()
over = np.exp(np.float16(12))
sum16 = np.array([2048.0, 1.0], dtype=np.float16).sum()
eps32 = np.float32(1) + np.float32(1e-8) == np.float32(1)
b = torch.tensor([1.0, 2.0, 3.0], dtype=torch.bfloat16)
bsum = b.sum()
bmean = (b / 3).float()
bsoft = torch.softmax(b, dim=0)
h = torch.tensor([65504.0, 1.0]).half()
h2 = (h * 2).float()
back = torch.tensor([0.1, 0.2, 0.3]).half().float()
tiny = torch.tensor([1e-8]).half().item()
sat = torch.sigmoid(torch.tensor([20.0, -120.0]))
one_minus = 1 - sat
safe = torch.sigmoid(-torch.tensor([20.0, -120.0]))
log_bad = torch.log(1 - sat)
