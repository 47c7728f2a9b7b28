import torch
from torch import nn


class LogReg(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor([0.5, -0.25]))
        self.b = nn.Parameter(torch.tensor(0.1))

    def forward(self, x):
        return x @ self.w + self.b

    @property
    def dims(self):
        return self.w.shape[0]


model = LogReg()
x = torch.tensor([[1.0, 2.0], [3.0, -1.0]])
y = torch.tensor([0.0, 1.0])
lr = 0.5
losses = []
for step in range(3):
    z = model(x)
    p = torch.sigmoid(z)
    losses.append(round(nn.functional.binary_cross_entropy_with_logits(z, y).item(), 4))
    grad_z = (p - y) / len(y)
    with torch.no_grad():
        model.w -= lr * (x.T @ grad_z)
        model.b -= lr * grad_z.sum()
first_loss = losses[0]
last_loss = losses[-1]
weights = [round(v, 4) for v in model.w.tolist()]
dims = model.dims
