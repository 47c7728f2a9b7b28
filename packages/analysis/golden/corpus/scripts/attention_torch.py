import math
import torch
import torch.nn.functional as F

def attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    weights = F.softmax(scores, dim=-1)
    return weights @ v, weights

q = torch.tensor([[[1.0, 0.0], [0.5, -0.5]]])
k = torch.tensor([[[1.0, 1.0], [0.0, 2.0]]])
v = torch.tensor([[[1.0, 2.0], [3.0, 4.0]]])
causal = torch.tril(torch.ones(2, 2))
out, weights = attention(q, k, v, causal)
plain, w = attention(q, k, v)
