# Second derivatives, gradient clipping by hand, accumulation over micro-batches
import torch



def newton(x, steps=5):
    for _ in range(steps):
        f = x ** 4 - 3 * x ** 2 + x
        (first,) = torch.autograd.grad(f, x, create_graph=True)
        (second,) = torch.autograd.grad(first, x)
        with torch.no_grad():
            x -= first / second
    return x.item(), second.item()


root, curvature = newton(torch.tensor(2.0, requires_grad=True))

w = torch.tensor([3.0, 4.0], requires_grad=True)
(w ** 2).sum().backward()
norm = w.grad.norm().item()
limit = 1.0
if norm > limit:
    w.grad.mul_(limit / norm)
clipped = w.grad

batches = [torch.tensor([1.0, 2.0]), torch.tensor([-1.0, 0.5]), torch.tensor([0.0, 3.0])]
weight = torch.tensor([0.1, 0.2], requires_grad=True)
for batch in batches:
    loss = (weight * batch).sum().sigmoid() / len(batches)
    loss.backward()
accumulated = weight.grad
