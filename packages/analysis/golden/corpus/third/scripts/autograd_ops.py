import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 1.0, 0.1], [0.0, 1.0, -1.0]], requires_grad=True)
target = torch.tensor([0, 2])
F.cross_entropy(logits, target).backward()
ce_grad = logits.grad.clone()
logits.grad.zero_()
F.nll_loss(F.log_softmax(logits, dim=1), target, reduction="sum").backward()
nll_grad = logits.grad.clone()
logits.grad = None
probs = logits.softmax(dim=1)
probs[0, 0].backward()
sm_grad = logits.grad
jac_row = probs[0, 0] * (torch.tensor([1.0, 0.0, 0.0]) - probs[0])
x = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
torch.relu(x).sum().backward()
relu_grad = x.grad.tolist()
x.grad.zero_()
torch.tanh(x).pow(2).mean().backward()
tanh_grad = x.grad.tolist()
x.grad.zero_()
x.exp().log().sum().backward()
log_grad = x.grad.tolist()
x.grad.zero_()
x.max().backward()
max_grad = x.grad.tolist()
x.grad.zero_()
torch.logsumexp(x, 0).backward()
lse_grad = x.grad.tolist()
x.grad.zero_()
(x.clamp(min=0) * 3).sum().backward()
clamp_grad = x.grad.tolist()
w = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
v = torch.tensor([1.0, -1.0], requires_grad=True)
(w @ v).norm().backward()
gw, gv = w.grad, v.grad
z = torch.tensor([1.5, -0.5], requires_grad=True)
F.binary_cross_entropy(torch.sigmoid(z), torch.tensor([1.0, 0.0])).backward()
bce_grad = z.grad
z2 = torch.tensor([1.5, -0.5], requires_grad=True)
(z2 * z2).sum().sqrt().backward()
norm_grad = z2.grad
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
c = a * b + torch.sin(a)
c.backward()
da, db = a.grad.item(), b.grad.item()
acc = torch.tensor(1.0, requires_grad=True)
for _ in range(3):
    (acc * 2).backward()
accumulated = acc.grad.item()
leaf = a.is_leaf
not_leaf = c.is_leaf
