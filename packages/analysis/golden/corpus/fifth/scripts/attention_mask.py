import math
import torch
import torch.nn.functional as F

B, T, C, H = 1, 3, 4, 2
x = torch.arange(12, dtype=torch.float32).reshape(B, T, C) / 10
Wq = torch.eye(C)
Wk = torch.eye(C) * 0.5
Wv = torch.ones(C, C) / C
q = (x @ Wq).view(B, T, H, C // H).transpose(1, 2)
k = (x @ Wk).view(B, T, H, C // H).transpose(1, 2)
v = (x @ Wv).view(B, T, H, C // H).transpose(1, 2)
scores = q @ k.transpose(-2, -1) / math.sqrt(C // H)
mask = torch.tril(torch.ones(T, T, dtype=torch.bool))
masked = scores.masked_fill(~mask, float("-inf"))
weights = F.softmax(masked, dim=-1)
out = (weights @ v).transpose(1, 2).contiguous().view(B, T, C)
row_sums = weights.sum(dim=-1)
upper_zero = (weights[..., ~mask] == 0).all().item()
q_shape = tuple(q.shape)
score_shape = scores.shape
pad = torch.tensor([[True, True, False]])
pad_scores = scores.masked_fill(~pad[:, None, None, :], -1e9)
pad_weights = pad_scores.softmax(dim=-1)
last_col = pad_weights[..., -1].max()
einsum_scores = torch.einsum("bhqd,bhkd->bhqk", q, k) / math.sqrt(C // H)
same = torch.allclose(scores, einsum_scores)
entropy = -(weights * torch.log(weights + 1e-9)).sum(-1)
most_attended = weights.argmax(-1)
bias = torch.zeros(T, T).masked_fill(mask.logical_not(), float("-inf"))
via_bias = torch.softmax(scores + bias, dim=-1)
equal = torch.equal(via_bias, weights)
dead = torch.softmax(torch.full((2,), float("-inf")), dim=0)
is_nan = torch.isnan(dead).all().item()
fixed = torch.nan_to_num(dead, nan=0.0)
pos = torch.arange(T).unsqueeze(1)
div = torch.exp(torch.arange(0, C, 2).float() * (-math.log(10000.0) / C))
pe = torch.zeros(T, C)
pe[:, 0::2] = torch.sin(pos * div)
pe[:, 1::2] = torch.cos(pos * div)
