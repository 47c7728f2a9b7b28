# Updates through .data, and parameters of one's own
import torch
import torch.nn as nn

w = torch.tensor([1.0, 2.0], requires_grad=True)
for i in range(3):
    loss = ((w - torch.tensor([3.0, -1.0])) ** 2).sum()
    loss.backward()
    w.data -= 0.1 * w.grad
    w.grad.data.zero_()
after = w.detach().clone()
w.data = w.data * 0.5
halved = w.tolist()
still = w.requires_grad


class Scale(nn.Module):
    def __init__(self):
        super().__init__()
        self.gamma = nn.Parameter(torch.tensor([1.0, 1.0]))
        self.beta = nn.Parameter(torch.zeros(2))
        self.register_buffer("offset", torch.ones(2))

    def forward(self, x):
        return x * self.gamma + self.beta + self.offset


layer = Scale()
x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
out = layer(x).pow(2).mean()
out.backward()
gamma_grad = layer.gamma.grad
beta_grad = layer.beta.grad
for parameter in layer.parameters():
    parameter.data.add_(parameter.grad, alpha=-0.1)
gamma = layer.gamma.detach()
layer.zero_grad()
with torch.no_grad():
    for parameter in layer.parameters():
        parameter.mul_(2)
doubled = layer.gamma.detach()
layer.beta.requires_grad = False
layer(x).sum().backward()
gamma_again = layer.gamma.grad
beta_frozen = layer.beta.requires_grad
