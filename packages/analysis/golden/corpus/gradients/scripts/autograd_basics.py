# What requires gradients, and what has them
import torch

x = torch.tensor([2.0, 3.0], requires_grad=True)
before = x.grad
asks = x.requires_grad
y = (x ** 2).sum()
asks_too = y.requires_grad
leaf = x.is_leaf
inner = y.is_leaf
y.backward()
once = x.grad.tolist()
(x ** 2).sum().backward()
twice = x.grad.tolist()
alias = x.grad
x.grad.zero_()
cleared = alias.tolist()
x.grad = None
none_again = x.grad

a = torch.tensor(3.0, requires_grad=True)
b = torch.tensor(4.0, requires_grad=True)
c = a * b + a
c.backward(retain_graph=True)
c.backward()
a_grad = a.grad.item()
b_grad = b.grad.item()

with torch.no_grad():
    z = a * 2
free = z.requires_grad
d = a.detach() * 2
detached = d.requires_grad
e = torch.tensor([1.0, 2.0])
e.requires_grad_()
(e * torch.tensor([3.0, 4.0])).sum().backward()
e_grad = e.grad
f = torch.ones(2)
f.requires_grad = True
g = f * 2
g.backward(torch.tensor([1.0, 0.1]))
f_grad = f.grad
k = f * 3
k.retain_grad()
(k ** 2).sum().backward()
k_grad = k.grad


@torch.no_grad()
def evaluate(t):
    return t * 2


quiet = evaluate(a).requires_grad
frozen = torch.tensor(1.0)
mix = frozen * a
frozen_grad = frozen.grad
mean_of = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
mean_of.mean().backward()
mean_grad = mean_of.grad
