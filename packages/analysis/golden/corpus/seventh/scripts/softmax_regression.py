"""Softmax regression from scratch on six literal points."""
import torch
import torch.nn.functional as F

X = torch.tensor([[1.0, 2.0], [2.0, 1.0], [-1.0, -0.5], [-2.0, -1.0], [0.5, -2.0], [1.0, -1.5]])
y = torch.tensor([0, 0, 1, 1, 2, 2])

W = torch.zeros(2, 3, requires_grad=True)
b = torch.zeros(3, requires_grad=True)
lr = 0.5
history = []

for epoch in range(5):
    logits = X @ W + b
    loss = F.cross_entropy(logits, y)
    loss.backward()
    with torch.no_grad():
        W -= lr * W.grad
        b -= lr * b.grad
        W.grad.zero_()
        b.grad.zero_()
    history.append(round(loss.item(), 4))

with torch.no_grad():
    final_logits = X @ W + b
    probs = torch.softmax(final_logits, dim=1)
    preds = probs.argmax(dim=1)
    confidence, _ = probs.max(dim=1)

accuracy = (preds == y).float().mean().item()
first_loss, last_loss = history[0], history[-1]
improved = last_loss < first_loss
summary = f"{len(history)} epochs, loss {first_loss} -> {last_loss}, accuracy {accuracy:.0%}"
weights = W.detach().clone()
bias_sum = b.sum().item()
print(summary)
