import torch
import torch.nn as nn

data = [
    (torch.tensor([[1.0, 0.0]]), torch.tensor([0])),
    (torch.tensor([[0.0, 1.0]]), torch.tensor([1])),
]

class Tiny(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)

    def forward(self, x):
        return self.lin(x)

model = Tiny()
with torch.no_grad():
    model.lin.weight.copy_(torch.eye(2))
    model.lin.bias.copy_(torch.tensor([0.0, 0.0]))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
initial = [criterion(model(x), y).item() for x, y in data]
initial_mean = sum(initial) / len(initial)
losses = []
for epoch in range(2):
    running = 0.0
    for x, y in data:
        optimizer.zero_grad()
        out = model(x)
        loss = criterion(out, y)
        loss.backward()
        optimizer.step()
        running += loss.item()
    losses.append(running / len(data))
n_losses = len(losses)
model.eval()
correct = 0
with torch.no_grad():
    for x, y in data:
        correct += (model(x).argmax(1) == y).sum().item()
