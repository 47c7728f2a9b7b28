import torch
from torch import nn

model = nn.Linear(2, 1)
with torch.no_grad():
    model.weight.copy_(torch.tensor([[0.5, -0.5]]))
    model.bias.fill_(0.1)
X = torch.tensor([[1.0, 2.0], [2.0, 1.0], [0.0, 1.0]])
y = torch.tensor([[0.0], [1.0], [0.0]])
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
logits = model(X)
start = criterion(logits, y).item()
history = []
for epoch in range(4):
    optimizer.zero_grad()
    loss = criterion(model(X), y)
    loss.backward()
    optimizer.step()
    history.append(loss.item())
first, last = history[0], history[-1]
weights = model.weight.data
bias = model.bias.item()
model.eval()
with torch.no_grad():
    probs = torch.sigmoid(model(X))
labels = (probs > 0.5).int()
accuracy = (labels == y).float().mean()
