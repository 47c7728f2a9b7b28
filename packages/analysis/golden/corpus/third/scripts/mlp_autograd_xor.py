import torch
import torch.nn.functional as F

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
W1 = torch.tensor([[0.5, -0.4], [0.3, 0.8]], requires_grad=True)
b1 = torch.tensor([0.1, -0.1], requires_grad=True)
W2 = torch.tensor([[0.7], [-0.6]], requires_grad=True)
b2 = torch.tensor([0.05], requires_grad=True)
params = [W1, b1, W2, b2]
losses = []
for step in range(3):
    h = torch.tanh(X @ W1 + b1)
    logits = h @ W2 + b2
    loss = F.binary_cross_entropy_with_logits(logits, y)
    for p in params:
        if p.grad is not None:
            p.grad.zero_()
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= 0.5 * p.grad
    losses.append(loss.item())
trace = [round(v, 4) for v in losses]
gW2 = W2.grad
gW1 = W1.grad
out = torch.sigmoid(torch.tanh(X @ W1 + b1) @ W2 + b2).detach()
pred = (out > 0.5).float()
