import torch
import torch.nn as nn

torch.manual_seed(0)
w = nn.Parameter(torch.tensor([1.0, -2.0]))
opt = torch.optim.Adam([w], lr=0.1)
for _ in range(3):
    loss = (w ** 2).sum()
    opt.zero_grad()
    loss.backward()
    opt.step()
after = w.data
value = loss.item()

v = nn.Parameter(torch.tensor([1.0, -2.0]))
sgd = torch.optim.SGD([v], lr=0.1, momentum=0.9)
for _ in range(3):
    sgd.zero_grad()
    (v ** 2).sum().backward()
    sgd.step()
momentum = v.detach()
lr = sgd.param_groups[0]["lr"]
u = nn.Parameter(torch.tensor([1.0]))
decay = torch.optim.SGD([u], lr=0.1, weight_decay=0.5)
(3 * u).sum().backward()
decay.step()
decayed = u.item()

m = torch.zeros(2)
s = torch.zeros(2)
x = torch.tensor([1.0, -2.0])
for t in range(1, 4):
    g = 2 * x
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g ** 2
    x = x - 0.1 * (m / (1 - 0.9 ** t)) / ((s / (1 - 0.999 ** t)).sqrt() + 1e-8)
by_hand = x
close = torch.allclose(by_hand, after, atol=1e-5)
