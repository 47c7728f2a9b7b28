# The canonical training loop: model, loss, optimizer
import torch
from torch import nn, optim

x = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
y = 2 * x + 1


class LinearRegression(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)


model = LinearRegression()
with torch.no_grad():
    model.linear.weight.fill_(0.0)
    model.linear.bias.fill_(0.0)

criterion = nn.MSELoss()
optimizer = optim.SGD(model.parameters(), lr=0.05)
losses = []
for epoch in range(100):
    optimizer.zero_grad()
    outputs = model(x)
    loss = criterion(outputs, y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

w = model.linear.weight.item()
b = model.linear.bias.item()
last = losses[-1]
gradient = model.linear.weight.grad
shown = f"y = {w:.3f}x + {b:.3f}, loss {last:.6f}"
names = [name for name, parameter in model.named_parameters()]
count = sum(parameter.numel() for parameter in model.parameters())
model.eval()
with torch.no_grad():
    prediction = model(torch.tensor([[5.0]]))
