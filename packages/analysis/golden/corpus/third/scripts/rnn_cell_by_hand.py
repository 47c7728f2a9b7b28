import torch
import torch.nn as nn

Wxh = torch.tensor([[0.5, -0.3], [0.2, 0.8]])
Whh = torch.tensor([[0.1, 0.4], [-0.2, 0.3]])
bh = torch.tensor([0.0, 0.1])
h = torch.zeros(2)
xs = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
states = []
for x in xs:
    h = torch.tanh(Wxh @ x + Whh @ h + bh)
    states.append(h)
H = torch.stack(states)
last = h
cell = nn.RNNCell(2, 2)
cell.weight_ih.data = Wxh
cell.weight_hh.data = Whh
cell.bias_ih.data = bh
cell.bias_hh.data.zero_()
h1 = cell(xs[0:1], torch.zeros(1, 2))
same = torch.allclose(h1[0], H[0])


def lstm_step(x, h, c, W, b):
    gates = W @ torch.cat([x, h]) + b
    i, f, g, o = gates.chunk(4)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


W = torch.arange(32.0).reshape(8, 4) / 32
h, c = torch.zeros(2), torch.zeros(2)
for x in xs:
    h, c = lstm_step(x, h, c, W, torch.zeros(8))
h_lstm, c_lstm = h, c
char_to_ix = {ch: i for i, ch in enumerate("helo")}
inputs = [char_to_ix[ch] for ch in "hell"]
onehot = torch.eye(4)[inputs]
