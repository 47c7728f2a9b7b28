import torch
from torch import nn


class MLP(nn.Module):
    """Two layers; the weights are set so that every run is the same."""

    def __init__(self, in_dim, hidden, out_dim):
        super().__init__()
        self.fc1 = nn.Linear(in_dim, hidden)
        self.act = nn.ReLU()
        self.fc2 = nn.Linear(hidden, out_dim)
        self.reset()

    @torch.no_grad()
    def reset(self):
        for i, layer in enumerate([self.fc1, self.fc2]):
            n = layer.weight.numel()
            layer.weight.copy_(torch.linspace(-0.5, 0.5, n).view_as(layer.weight))
            layer.bias.fill_(0.1 * (i + 1))

    def forward(self, x):
        h = self.act(self.fc1(x))
        return self.fc2(h)


model = MLP(3, 4, 2)
batch = torch.tensor([[1.0, 0.0, -1.0], [0.5, 0.5, 0.5]])
target = torch.tensor([1, 0])
out = model(batch)
criterion = nn.CrossEntropyLoss()
loss = criterion(out, target)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)

losses = []
for step in range(3):
    optimizer.zero_grad()
    loss = criterion(model(batch), target)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

n_params = sum(p.numel() for p in model.parameters())
names = [name for name, _ in model.named_parameters()]
shapes = {name: list(p.shape) for name, p in model.named_parameters()}
after = model(batch).detach()
pred = after.argmax(-1).tolist()
grad_norm = torch.sqrt(sum(p.grad.pow(2).sum() for p in model.parameters()))
decreasing = all(a > b for a, b in zip(losses, losses[1:]))
print(model)
print(f"{n_params} parameters, {decreasing=}")
