import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1), nn.Sigmoid())
net.load_state_dict({
    "0.weight": torch.tensor([[1.0, 0.5], [-0.5, 1.0]]),
    "0.bias": torch.tensor([0.0, 0.1]),
    "2.weight": torch.tensor([[0.7, -0.2]]),
    "2.bias": torch.tensor([0.05]),
})
x = torch.tensor([[0.2, 0.4]])
hidden = net[1](net[0](x))
prob = net(x)
loss = nn.BCELoss()(prob, torch.tensor([[1.0]]))
layers = len(net)

head = nn.Linear(2, 3)
nn.init.constant_(head.weight, 0.5)
nn.init.zeros_(head.bias)
scores = head(torch.tensor([[1.0, 2.0]]))
