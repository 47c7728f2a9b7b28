import torch

def lstm_cell(x, h, c, W_ih, W_hh, b):
    gates = x @ W_ih.T + h @ W_hh.T + b
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c = f * c + i * g
    h = o * torch.tanh(c)
    return h, c

hidden = 2
x = torch.tensor([[1.0, -1.0, 0.5]])
h = torch.zeros(1, hidden)
c = torch.zeros(1, hidden)
W_ih = torch.arange(24, dtype=torch.float32).view(8, 3) / 24 - 0.5
W_hh = torch.full((8, 2), 0.1)
b = torch.zeros(8)
b[hidden:2 * hidden] = 1.0
for step in range(3):
    h, c = lstm_cell(x * (step + 1), h, c, W_ih, W_hh, b)
logits = h @ torch.tensor([[1.0, 0.0, -1.0], [0.5, 0.5, 0.5]])
probs = torch.softmax(logits, dim=-1)
norm = torch.norm(h)
