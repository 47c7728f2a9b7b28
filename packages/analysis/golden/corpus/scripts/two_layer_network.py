import torch
import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self, hidden=2):
        super().__init__()
        self.hidden = hidden
        self.w1 = torch.tensor([[0.5, -0.2], [0.1, 0.8]])
        self.b1 = torch.tensor([0.0, 0.1])
        self.w2 = torch.tensor([[1.0, -1.0], [0.5, 0.25], [-0.3, 0.9]])
        self.b2 = torch.zeros(3)

    def forward(self, x):
        h = torch.relu(F.linear(x, self.w1, self.b1))
        return F.linear(h, self.w2, self.b2)

net = Net()
x = torch.tensor([[1.0, 2.0], [-1.0, 0.5]])
logits = net(x)
probs = F.softmax(logits, dim=1)
loss = F.cross_entropy(logits, torch.tensor([0, 2]))
pred = probs.argmax(dim=1)
size = net.hidden
