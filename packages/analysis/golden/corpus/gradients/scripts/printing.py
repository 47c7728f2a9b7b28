# What tensors with a history print
import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
leaf = str(x)
y = x * 2 + 1
shown = str(y)
summed = str(y.sum())
mean = f"{y.mean()}"
number = f"{y.mean().item():.3f}"
minus = repr(1 - x)
loss = str(F.cross_entropy(x.unsqueeze(0), torch.tensor([1])))
long = str(torch.exp(torch.tensor([1.5, 2.5, 3.5, 4.5, 5.5], requires_grad=True) * 100).log() + 1000)
double = str((x.double() * 1).sum() ** 2)
y.sum().backward()
gradient = str(x.grad)
detached = str(y.detach())
layer = nn.Linear(2, 1)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[0.5, -0.5]]))
    layer.bias.zero_()
weight = str(layer.weight)
output = str(layer(torch.tensor([[1.0, 2.0]])))
parameter = str(nn.Parameter(torch.tensor([1.0])))
item = str(x[0])
pieces = [str(piece) for piece in x]
power = str(x ** 2)
softmax = str(F.softmax(x, dim=0))
