import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.tensor([[[1.0, 0.0, 1.0, 0.5], [0.0, 2.0, 0.0, 1.0], [1.0, 1.0, 1.0, 1.0]]])
Wq = torch.eye(4)
Wk = torch.eye(4) * 0.5
Wv = torch.tensor([[1.0, 0, 0, 0], [0, 1.0, 0, 0], [0, 0, 2.0, 0], [0, 0, 0, 2.0]])
B, T, C = x.shape
n_head = 2
head_dim = C // n_head
q = (x @ Wq).view(B, T, n_head, head_dim).transpose(1, 2)
k = (x @ Wk).view(B, T, n_head, head_dim).transpose(1, 2)
v = (x @ Wv).view(B, T, n_head, head_dim).transpose(1, 2)
att = (q @ k.transpose(-2, -1)) * (1.0 / head_dim ** 0.5)
mask = torch.tril(torch.ones(T, T)).view(1, 1, T, T)
att = att.masked_fill(mask == 0, float("-inf"))
att = F.softmax(att, dim=-1)
y = att @ v
y = y.transpose(1, 2).contiguous().view(B, T, C)
sums = att.sum(-1)
pad = torch.tensor([[False, False, True]])
scores = torch.einsum("bhqd,bhkd->bhqk", q, k)
scores = scores.masked_fill(pad[:, None, None, :], torch.finfo(scores.dtype).min)
weights = scores.softmax(dim=-1)
heads = [att[0, h].tolist() for h in range(n_head)]
