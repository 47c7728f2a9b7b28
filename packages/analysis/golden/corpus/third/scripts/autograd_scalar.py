import torch

x = torch.tensor(3.0, requires_grad=True)
y = x ** 2 + 2 * x + 1
y.backward()
slope = x.grad
slope_value = x.grad.item()

a = torch.tensor([2.0, 3.0], requires_grad=True)
b = torch.tensor([6.0, 4.0], requires_grad=True)
Q = 3 * a ** 3 - b ** 2
external_grad = torch.tensor([1.0, 1.0])
Q.backward(gradient=external_grad)
grad_a = a.grad
grad_b = b.grad
check_a = 9 * a ** 2 == a.grad
check_b = -2 * b == b.grad
needs = (a + b).requires_grad
frozen = (a + b).detach().requires_grad
with torch.no_grad():
    inner = (a * 2).requires_grad
z = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
out = torch.sigmoid(z).sum()
g, = torch.autograd.grad(out, z)
p = torch.sigmoid(z)
same = torch.allclose(g, p * (1 - p))
text = str(x.grad)
