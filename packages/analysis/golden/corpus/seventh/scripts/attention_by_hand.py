import math

import torch
import torch.nn.functional as F


def scaled_dot_product(q, k, v, mask=None):
    d_k = q.size(-1)
    scores = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d_k)
    if mask is not None:
        scores = scores.masked_fill(mask == 0, -1e9)
    attn = F.softmax(scores, dim=-1)
    return torch.matmul(attn, v), attn


tokens, d_model, heads = 4, 4, 2
x = torch.arange(tokens * d_model, dtype=torch.float32).reshape(1, tokens, d_model) / 10
causal = torch.tril(torch.ones(tokens, tokens)).unsqueeze(0)

out, weights = scaled_dot_product(x, x, x)
masked_out, masked_weights = scaled_dot_product(x, x, x, causal)
row_sums = masked_weights.sum(dim=-1)
upper_is_zero = bool((masked_weights.triu(1) == 0).all())

# several heads
head_dim = d_model // heads


def split_heads(t):
    B, T, C = t.shape
    return t.view(B, T, heads, C // heads).transpose(1, 2)


q = split_heads(x)
k = split_heads(x * 0.5)
v = split_heads(x + 1)
head_out, head_attn = scaled_dot_product(q, k, v, mask=causal.unsqueeze(1))
merged = head_out.transpose(1, 2).contiguous().view(1, tokens, d_model)
q_shape, merged_shape = tuple(q.shape), list(merged.shape)
strongest = head_attn.argmax(dim=-1)
entropy = -(head_attn * (head_attn + 1e-12).log()).sum(-1).mean()
last_token = merged[0, -1].tolist()
print(merged_shape, round(entropy.item(), 4))
