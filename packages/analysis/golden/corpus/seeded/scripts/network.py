import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(2, 8)
        self.out = nn.Linear(8, 3)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x)))


model = Net()
X = torch.randn(12, 2)
y = torch.randint(0, 3, (12,))
first = F.softmax(model(X), dim=1)
before = F.cross_entropy(model(X), y).item()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
losses = []
for epoch in range(5):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(X), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
after = F.cross_entropy(model(X), y).item()
predicted = model(X).argmax(dim=1)
embedding = nn.Embedding(5, 3)
vectors = embedding(torch.tensor([1, 4]))
conv = nn.Conv2d(1, 1, 2)
image = conv(torch.ones(1, 1, 3, 3))
