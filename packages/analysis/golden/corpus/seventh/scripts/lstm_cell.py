import torch
import torch.nn as nn

torch.set_printoptions(precision=3)
hidden, inputs = 2, 1
lstm = nn.LSTM(inputs, hidden, batch_first=True)
rnn = nn.RNN(inputs, hidden, nonlinearity="tanh", batch_first=True)
gru = nn.GRU(inputs, hidden, batch_first=True)
for net in (lstm, rnn, gru):
    for name, p in net.named_parameters():
        value = 0.1 if "weight_ih" in name else 0.2 if "weight_hh" in name else 0.0
        nn.init.constant_(p, value)

seq = torch.tensor([[[1.0], [2.0], [-1.0]]])
out, (h_n, c_n) = lstm(seq)
rnn_out, rnn_h = rnn(seq)
gru_out, gru_h = gru(seq)


def lstm_step(x, h, c, cell):
    gates = x @ cell.weight_ih_l0.T + cell.bias_ih_l0 + h @ cell.weight_hh_l0.T + cell.bias_hh_l0
    i, f, g, o = gates.chunk(4, 1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


h = torch.zeros(1, hidden)
c = torch.zeros(1, hidden)
trace = []
for t in range(seq.shape[1]):
    h, c = lstm_step(seq[:, t], h, c, lstm)
    trace.append(h.squeeze(0).tolist())

matches = torch.allclose(h, h_n[0], atol=1e-6)
last_equal = bool(torch.equal(out[:, -1], h_n[-1]))
shapes = [tuple(t.shape) for t in (out, h_n, c_n)]
n_lstm = sum(p.numel() for p in lstm.parameters())
n_gru = sum(p.numel() for p in gru.parameters())
ratio = n_gru / n_lstm
cell = nn.LSTMCell(inputs, hidden)
for p in cell.parameters():
    p.data.fill_(0.5)
hx, cx = cell(seq[:, 0])
hx, cx = cell(seq[:, 1], (hx, cx))
classifier = nn.Linear(hidden, 3)
classifier.weight.data = torch.tensor([[1.0, -1.0], [0.5, 0.5], [-1.0, 2.0]])
classifier.bias.data.zero_()
class_probs = torch.softmax(classifier(h_n[-1]), dim=1)
print(class_probs)
