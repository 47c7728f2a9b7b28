import torch
import torch.nn.functional as F

w = torch.tensor([[0.5, -0.5], [0.25, 0.75]], requires_grad=True)
x = torch.tensor([[1.0, 2.0]])
target = torch.tensor([1])
logits = x @ w
loss = F.cross_entropy(logits, target)
before = loss.item()
optimizer = torch.optim.SGD([w], lr=0.1)
optimizer.zero_grad()
loss.backward()
optimizer.step()
after = F.cross_entropy(x @ w, target).item()
shape = w.shape
improved = after < before
