import math

import torch
import torch.nn.functional as F


def attention(query, key, value, mask=None, dropout=None):
    d_k = query.size(-1)
    scores = torch.matmul(query, key.transpose(-2, -1)) / math.sqrt(d_k)
    if mask is not None:
        scores = scores.masked_fill(mask == 0, -1e9)
    p_attn = F.softmax(scores, dim=-1)
    if dropout is not None:
        p_attn = dropout(p_attn)
    return torch.matmul(p_attn, value), p_attn


def subsequent_mask(size):
    return torch.triu(torch.ones(1, size, size), diagonal=1).type(torch.uint8) == 0


x = torch.tensor([[[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]])
mask = subsequent_mask(3)
out, weights = attention(x, x, x, mask)
full_out, full_weights = attention(x, x, x)
row_sums = weights.sum(dim=-1)
first_row = weights[0, 0]
last = out[:, -1, :]
causal = torch.tril(torch.ones(3, 3))
scores = torch.tensor([[0.5, 1.0, 2.0]] * 3)
masked = scores.masked_fill(causal == 0, float("-inf"))
w = F.softmax(masked, dim=1)
heads = x.view(1, 3, 2, 1).transpose(1, 2)
shape = tuple(heads.shape)
merged = heads.transpose(1, 2).contiguous().view(1, 3, 2)
same = torch.equal(merged, x)
