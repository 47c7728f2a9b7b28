# Gradient clipping, learning rates by group, and decay by hand
import torch
import torch.nn as nn

w = torch.tensor([3.0, 4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
norms = []
for epoch in range(4):
    optimizer.zero_grad()
    (w ** 2).sum().backward()
    norms.append(nn.utils.clip_grad_norm_([w], max_norm=2.0).item())
    optimizer.step()
    for group in optimizer.param_groups:
        group["lr"] *= 0.5
del group
rate = optimizer.param_groups[0]["lr"]
moved = w.detach()

v = torch.tensor([3.0, -0.2], requires_grad=True)
(v ** 2).sum().backward()
nn.utils.clip_grad_value_([v], 1.0)
clipped = v.grad

body = nn.Linear(2, 2)
head = nn.Linear(2, 1)
with torch.no_grad():
    body.weight.copy_(torch.eye(2))
    body.bias.zero_()
    head.weight.fill_(0.5)
    head.bias.fill_(0.1)
optimizer = torch.optim.SGD(
    [{"params": body.parameters(), "lr": 0.01}, {"params": head.parameters()}], lr=0.1, momentum=0.9
)
for parameter in body.parameters():
    parameter.requires_grad = False
x = torch.tensor([[1.0, 2.0], [0.5, -1.0]])
for step in range(2):
    optimizer.zero_grad(set_to_none=True)
    loss = head(torch.relu(body(x))).pow(2).mean()
    loss.backward()
    optimizer.step()
frozen = body.weight.tolist()
learned = head.weight.detach()
no_gradient = body.weight.grad
