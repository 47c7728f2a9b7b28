import torch
import torch.nn.functional as F

X = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
y = torch.tensor([0, 1, 2])
W = torch.zeros(2, 3, requires_grad=True)
b = torch.zeros(3, requires_grad=True)
logits = X @ W + b
loss = F.cross_entropy(logits, y)
loss.backward()
dW = W.grad
db = b.grad
manual = X.T @ (F.softmax(logits, dim=1) - F.one_hot(y, 3).float()) / 3
close = torch.allclose(dW, manual)
optimizer = torch.optim.SGD([W, b], lr=0.5)
optimizer.step()
W_after = W.detach()
optimizer.zero_grad()
loss2 = F.cross_entropy(X @ W + b, y)
improved = loss2.item() < loss.item()
new_loss = loss2.item()
for step in range(3):
    optimizer.zero_grad()
    loss = F.cross_entropy(X @ W + b, y)
    loss.backward()
    optimizer.step()
final_loss = loss.item()
final_probs = F.softmax(X @ W + b, dim=1).detach()
predicted = final_probs.argmax(dim=1)
accuracy = (predicted == y).float().mean().item()
