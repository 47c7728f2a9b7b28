import math
import torch
import torch.nn as nn


class PositionalEncoding(nn.Module):
    def __init__(self, d_model: int, max_len: int = 16):
        super().__init__()
        position = torch.arange(max_len).unsqueeze(1)
        div_term = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
        pe = torch.zeros(max_len, d_model)
        pe[:, 0::2] = torch.sin(position * div_term)
        pe[:, 1::2] = torch.cos(position * div_term)
        self.register_buffer("pe", pe.unsqueeze(0))

    def forward(self, x):
        return x + self.pe[:, : x.size(1)]


def rotate_half(x):
    x1, x2 = x.chunk(2, dim=-1)
    return torch.cat((-x2, x1), dim=-1)


enc = PositionalEncoding(6)
table = enc.pe[0, :4]
buffers = [name for name, _ in enc.named_buffers()]
params = len(list(enc.parameters()))
embedded = enc(torch.zeros(2, 3, 6))
same = torch.equal(embedded[0], embedded[1])
similarity = table @ table.T

# rotary embedding
dim = 4
inv_freq = 1.0 / (10000 ** (torch.arange(0, dim, 2).float() / dim))
t = torch.arange(3).type_as(inv_freq)
freqs = torch.einsum("i,j->ij", t, inv_freq)
emb = torch.cat((freqs, freqs), dim=-1)
cos, sin = emb.cos(), emb.sin()
q = torch.ones(3, dim)
rotated = q * cos + rotate_half(q) * sin
norms = rotated.norm(dim=-1)
relative = (rotated[0] @ rotated[1], rotated[1] @ rotated[2])
print(enc.state_dict().keys(), norms)

# ALiBi
slopes = torch.tensor([2 ** (-8 * (i + 1) / 4) for i in range(4)])
distance = torch.arange(4)[None, :] - torch.arange(4)[:, None]
alibi = slopes[:, None, None] * distance.clamp(max=0)
alibi_shape = alibi.shape
