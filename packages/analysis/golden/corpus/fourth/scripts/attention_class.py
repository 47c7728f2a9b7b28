import math
import torch
import torch.nn as nn
import torch.nn.functional as F


class ScaledDotProduct(nn.Module):
    def __init__(self, scale=None):
        super().__init__()
        self.scale = scale

    def forward(self, q, k, v, mask=None):
        scale = self.scale or 1.0 / math.sqrt(q.size(-1))
        scores = torch.matmul(q, k.transpose(-2, -1)) * scale
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        weights = F.softmax(scores, dim=-1)
        return weights @ v, weights


q = torch.tensor([[[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]])
k = torch.tensor([[[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]])
v = torch.tensor([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]])
attn = ScaledDotProduct()
out, w = attn(q, k, v)
causal = torch.tril(torch.ones(3, 3))
out_c, w_c = attn(q, k, v, causal)
row_sum = w.sum(-1)
first_row = w_c[0, 0].tolist()
n_zero = (w_c == 0).sum().item()
shapes = (tuple(out.shape), tuple(w.shape))
sharp_out, sharp_w = ScaledDotProduct(scale=10.0)(q, k, v)
most = w.argmax(dim=-1)
heads = q.view(1, 3, 2, 1).transpose(1, 2)
head_shape = heads.shape
merged = heads.transpose(1, 2).contiguous().view(1, 3, 2)
roundtrip = torch.equal(merged, q)
pad = torch.tensor([[1, 1, 0]])
out_p, w_p = attn(q, k, v, pad.unsqueeze(1))
