import torch
from torch import nn

class LogReg(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor([0.5, -1.0, 0.25]))
        self.b = nn.Parameter(torch.zeros(1))
        self.register_buffer("scale", torch.tensor(2.0))

    def forward(self, x):
        return (x * self.scale) @ self.w + self.b

model = LogReg()
model.eval()
x = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
z = model(x)
p = torch.sigmoid(z)
pred = (p > 0.5).long()
scale = model.scale
training = model.training
state = {"w": torch.tensor([1.0, 1.0, 1.0]), "b": torch.tensor([0.5]), "scale": torch.tensor(1.0)}
model.load_state_dict(state)
z2 = model(x)
count = len(list(model.parameters()))
