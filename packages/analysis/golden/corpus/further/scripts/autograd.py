import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (x ** 2).sum()
y.backward()
grad = x.grad
value = y.item()
w = torch.tensor([[0.1, 0.2]], requires_grad=True)
loss = F.mse_loss(w @ torch.tensor([[1.0], [2.0]]), torch.tensor([[1.0]]))
loss.backward()
gw = w.grad
with torch.no_grad():
    w -= 0.1 * w.grad
w_after = w.detach()
logits = torch.tensor([[2.0, 1.0, 0.1]], requires_grad=True)
ce = F.cross_entropy(logits, torch.tensor([0]))
ce.backward()
g = logits.grad
manual = F.softmax(logits.detach(), dim=1) - F.one_hot(torch.tensor([0]), 3)
