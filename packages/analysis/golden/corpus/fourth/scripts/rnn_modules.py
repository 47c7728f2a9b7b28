import torch
import torch.nn as nn

cell = nn.RNNCell(2, 2)
cell.weight_ih.data = torch.tensor([[0.5, -0.5], [0.25, 0.75]])
cell.weight_hh.data = torch.tensor([[0.1, 0.2], [0.3, 0.4]])
cell.bias_ih.data = torch.zeros(2)
cell.bias_hh.data = torch.tensor([0.1, -0.1])
x = torch.tensor([[1.0, 2.0]])
h = torch.zeros(1, 2)
h1 = cell(x, h).detach()
h2 = cell(x, h1).detach()
seq = torch.tensor([[[1.0, 0.0]], [[0.0, 1.0]], [[1.0, 1.0]]])
states = []
state = torch.zeros(1, 2)
for t in range(seq.size(0)):
    state = cell(seq[t], state).detach()
    states.append(state)
stacked = torch.stack(states)

lstm = nn.LSTMCell(1, 1)
with torch.no_grad():
    for p in lstm.parameters():
        p.fill_(0.5)
hx, cx = lstm(torch.tensor([[1.0]]), (torch.zeros(1, 1), torch.zeros(1, 1)))
hx, cx = hx.detach(), cx.detach()
gru = nn.GRUCell(1, 1)
nn.init.constant_(gru.weight_ih, 0.3)
nn.init.constant_(gru.weight_hh, -0.2)
nn.init.zeros_(gru.bias_ih)
nn.init.zeros_(gru.bias_hh)
g = gru(torch.tensor([[2.0]]), torch.tensor([[0.5]])).detach()

full = nn.LSTM(1, 2, batch_first=True)
for name, p in full.named_parameters():
    nn.init.constant_(p, 0.1)
out, (hn, cn) = full(torch.tensor([[[1.0], [2.0], [3.0]]]))
out, hn, cn = out.detach(), hn.detach(), cn.detach()
last = out[:, -1]
same = torch.allclose(last, hn[0])
rnn = nn.RNN(1, 1, nonlinearity="relu", batch_first=True)
with torch.no_grad():
    for p in rnn.parameters():
        p.copy_(torch.full_like(p, 0.5))
r_out, r_h = rnn(torch.tensor([[[1.0], [2.0]]]))
r_out = r_out.detach()
gr = nn.GRU(1, 1)
for p in gr.parameters():
    nn.init.ones_(p)
g_out, g_h = gr(torch.tensor([[[0.5]], [[1.0]]]))
g_out = g_out.detach()
