import numpy as np
import torch, math

def positional_encoding(seq_len, d_model):
    pos = np.arange(seq_len)[:, np.newaxis]
    i = np.arange(d_model)[np.newaxis, :]
    angle = pos / np.power(10000, (2 * (i // 2)) / np.float32(d_model))
    angle[:, 0::2] = np.sin(angle[:, 0::2])
    angle[:, 1::2] = np.cos(angle[:, 1::2])
    return angle

pe = positional_encoding(3, 4)
d = 4
position = torch.arange(3).unsqueeze(1).float()
div_term = torch.exp(torch.arange(0, d, 2).float() * (-math.log(10000.0) / d))
table = torch.zeros(3, d)
table[:, 0::2] = torch.sin(position * div_term)
table[:, 1::2] = torch.cos(position * div_term)
first = table[0].tolist()
shape = tuple(table.shape)
rel = np.arange(3)[None, :] - np.arange(3)[:, None]
alibi = -np.abs(rel) * 0.5
rotary = torch.cat([torch.cos(position * div_term), torch.sin(position * div_term)], dim=-1)
