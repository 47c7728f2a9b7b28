import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**3 + 2 * x
y.backward()
dx = x.grad.item()

w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
(g,) = torch.autograd.grad((w**2).sum(), w, create_graph=True)
(gg,) = torch.autograd.grad(g.sum(), w)
g_value = g.detach()

# accumulation
w.grad = None
for _ in range(3):
    (w * 2).sum().backward()
accumulated = w.grad.clone()
w.grad.zero_()
cleared = w.grad

a = torch.tensor([0.5, -0.5], requires_grad=True)
b = a.detach()
flags = (a.requires_grad, b.requires_grad, (a * 1).is_leaf)
with torch.no_grad():
    c = a * 2
no_graph = c.requires_grad
has_fn = (a * 2).grad_fn is not None

logits = torch.tensor([[1.0, 2.0, 0.5]], requires_grad=True)
loss = torch.nn.functional.cross_entropy(logits, torch.tensor([1]))
loss.backward()
expected = torch.softmax(logits.detach(), dim=1) - torch.tensor([[0.0, 1.0, 0.0]])
grad_is_p_minus_y = torch.allclose(logits.grad, expected)
logit_grad = logits.grad


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, inp):
        ctx.save_for_backward(inp)
        return inp * inp

    @staticmethod
    def backward(ctx, grad_out):
        (inp,) = ctx.saved_tensors
        return grad_out * 2 * inp


s = torch.tensor([3.0, -1.0], requires_grad=True)
sq = Square.apply(s)
sq.sum().backward()
custom = s.grad

v = torch.tensor([1.0, 2.0], requires_grad=True)
out = v * v
out.backward(gradient=torch.tensor([1.0, 0.1]))
vjp = v.grad.tolist()

seen = []
h = torch.tensor([1.0, 4.0], requires_grad=True)
handle = h.register_hook(lambda grad: seen.append(grad.tolist()))
h.sqrt().sum().backward()
handle.remove()
first_seen = seen[0]
jac = torch.autograd.functional.jacobian(lambda t: torch.softmax(t, 0), torch.tensor([0.0, 0.0]))
hess = torch.autograd.functional.hessian(lambda t: (t**3).sum(), torch.tensor([1.0, 2.0]))
print(dx, custom, vjp)
