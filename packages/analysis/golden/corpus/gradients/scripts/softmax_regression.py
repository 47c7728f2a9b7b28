# Softmax regression by hand: the gradient of cross-entropy is probabilities minus one-hot
import torch
import torch.nn.functional as F

X = torch.tensor([[1.0, 2.0], [2.0, 1.0], [-1.0, 0.5], [0.0, -1.5]])
y = torch.tensor([0, 1, 2, 1])
W = torch.zeros(2, 3, requires_grad=True)
b = torch.zeros(3, requires_grad=True)

logits = X @ W + b
loss = F.cross_entropy(logits, y)
loss.backward()
by_hand = X.T @ (F.softmax(logits, dim=1) - F.one_hot(y, 3)) / len(y)
agrees = torch.allclose(W.grad, by_hand)
first = W.grad.clone()

learning_rate = 0.5
history = []
for epoch in range(30):
    logits = X @ W + b
    loss = F.cross_entropy(logits, y)
    W.grad.zero_()
    b.grad.zero_()
    loss.backward()
    with torch.no_grad():
        W -= learning_rate * W.grad
        b -= learning_rate * b.grad
    history.append(loss.item())
    if epoch % 10 == 0:
        print(f"epoch {epoch}: loss {loss.item():.4f}")

start, end = history[0], history[-1]
message = f"{start:.4f} -> {end:.4f}"
with torch.no_grad():
    probabilities = F.softmax(X @ W + b, dim=1)
predicted = probabilities.argmax(dim=1)
accuracy = (predicted == y).float().mean().item()
