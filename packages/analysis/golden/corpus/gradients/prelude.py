import torch
import torch.nn as nn
import torch.nn.functional as F

u = [0.5, -1.2, 2.0]
v = [1.5, 0.3, -0.7]
p = [0.2, 0.7, 0.9]
M = [[1.0, -2.0, 0.5], [0.3, 0.8, -1.1]]
N = [[0.2, 0.4], [-0.6, 1.3], [0.9, -0.1]]
T = [[[1.0, 2.0], [3.0, -4.0]], [[0.5, -0.5], [1.5, 2.5]]]
t = torch.tensor([2, 0])
w = torch.tensor([0.5, 2.0, 1.5])


def d(f, *values):
    leaves = [torch.tensor(value, requires_grad=True) for value in values]
    out = f(*leaves)
    weights = torch.arange(1.0, out.numel() + 1).reshape(out.shape)
    (out * weights).sum().backward()
    return [leaf.grad for leaf in leaves]


def d2(f, value):
    x = torch.tensor(value, requires_grad=True)
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second


