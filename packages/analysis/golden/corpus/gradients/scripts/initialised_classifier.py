# A classifier as in a notebook: initialised by hand, trained with AdamW, an embedding, a recurrence
import torch
import torch.nn as nn
import torch.nn.functional as F

X = torch.tensor([[0.1, 0.9], [0.8, 0.2], [0.4, 0.6], [0.9, 0.1]])
Y = torch.tensor([0, 1, 0, 1])


class MLP(nn.Module):
    def __init__(self, hidden=3):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Linear(hidden, 2))

    def forward(self, x):
        return self.net(x)


def fit(model, optimizer, epochs):
    for epoch in range(1, epochs + 1):
        model.train()
        loss = F.cross_entropy(model(X), Y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.inference_mode():
            accuracy = (model(X).argmax(1) == Y).float().mean()
    return loss.item(), accuracy.item()


model = MLP()
for layer in (model.net[0], model.net[2]):
    nn.init.constant_(layer.weight, 0.1)
    nn.init.zeros_(layer.bias)
nn.init.constant_(model.net[2].bias, 0.05)
with torch.no_grad():
    model.net[0].weight.copy_(torch.tensor([[0.5, -0.5], [-0.3, 0.8], [0.2, 0.1]]))
    model.net[2].weight.copy_(torch.tensor([[0.3, -0.6, 0.1], [0.2, 0.4, -0.1]]))
result = fit(model, torch.optim.AdamW(model.parameters(), lr=0.05, weight_decay=0.01), 8)
first = model.net[0].weight.detach().clone()

embedding = nn.Embedding(4, 2)
embedding.weight.data = torch.tensor([[0.1, 0.2], [0.3, -0.1], [0.0, 0.5], [-0.4, 0.4]])
scores = embedding(torch.tensor([1, 2, 1])).mean(0, keepdim=True) @ embedding.weight.T
F.cross_entropy(scores, torch.tensor([3])).backward()
embedding_gradient = embedding.weight.grad

wx, wh = torch.tensor(0.5, requires_grad=True), torch.tensor(0.8, requires_grad=True)
h = torch.tensor(0.0)
for x in [1.0, -0.5, 0.25]:
    h = torch.tanh(wx * x + wh * h)
(h - 1).pow(2).backward()
through_time = (wx.grad.item(), wh.grad.item())
