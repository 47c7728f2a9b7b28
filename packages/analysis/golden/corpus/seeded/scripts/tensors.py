import torch
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.randn(4, 10)
targets = torch.randint(0, 10, (4,))
probs = F.softmax(logits, dim=1)
best = probs.argmax(dim=1)
loss = F.cross_entropy(logits, targets)
noise = torch.rand(4, 10)
mixed = 0.9 * logits + 0.1 * noise
mask = F.dropout(torch.ones(3), p=0.5, training=False)
w = torch.randn(10, 3, requires_grad=True)
out = logits @ w
out.sum().backward()
grad = w.grad
torch.manual_seed(1)
again = torch.rand(2)
x = torch.randn(3)
y = torch.randn(2)
