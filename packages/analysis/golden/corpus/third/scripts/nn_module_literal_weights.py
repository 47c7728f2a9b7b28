import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self, n_in=2, n_hidden=3, n_out=2):
        super().__init__()
        self.fc1 = nn.Linear(n_in, n_hidden)
        self.fc2 = nn.Linear(n_hidden, n_out)
        self.scale = nn.Parameter(torch.tensor(1.5))

    def forward(self, x):
        h = F.relu(self.fc1(x))
        return self.fc2(h) * self.scale


net = Net()
net.fc1.weight = nn.Parameter(torch.tensor([[1.0, -1.0], [0.5, 0.5], [-0.3, 0.8]]))
net.fc1.bias = nn.Parameter(torch.tensor([0.0, 0.1, -0.1]))
net.fc2.weight.data = torch.tensor([[1.0, 0.0, -1.0], [0.2, 0.4, 0.6]])
net.fc2.bias.data.zero_()
net.eval()
x = torch.tensor([[1.0, 2.0], [3.0, -1.0]])
logits = net(x)
probs = F.softmax(logits, dim=1)
pred = probs.argmax(1)
confidence = probs.max(1).values
loss = nn.CrossEntropyLoss()(logits, torch.tensor([1, 0]))
n_params = sum(p.numel() for p in net.parameters())
names = [n for n, _ in net.named_parameters()]
shapes = {n: tuple(p.shape) for n, p in net.named_parameters()}
seq = nn.Sequential(nn.Linear(2, 2, bias=False), nn.Sigmoid())
nn.init.constant_(seq[0].weight, 0.5)
out = seq(x)
nn.init.ones_(seq[0].weight)
out1 = seq(x).detach()
state = net.state_dict()
keys = list(state.keys())
bias = state["fc1.bias"]
copy = Net()
copy.load_state_dict(state)
copied = copy(x)
identical = torch.equal(copied, logits)
