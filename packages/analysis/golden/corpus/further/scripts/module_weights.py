import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 3)
        self.fc2 = nn.Linear(3, 2)
        self.act = nn.ReLU()
        with torch.no_grad():
            self.fc1.weight.copy_(torch.tensor([[0.5, -0.5], [1.0, 0.25], [-0.75, 0.1]]))
            self.fc1.bias.zero_()
            self.fc2.weight.copy_(torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, -1.0]]))
            self.fc2.bias.fill_(0.1)

    def forward(self, x):
        return self.fc2(self.act(self.fc1(x)))

    def predict(self, x):
        with torch.no_grad():
            return torch.softmax(self(x), dim=-1)

net = Net()
x = torch.tensor([[1.0, 2.0], [0.0, -1.0]])
logits = net(x)
probs = net.predict(x)
classes = probs.argmax(dim=1)
loss = nn.CrossEntropyLoss()(logits, torch.tensor([1, 0]))
n_params = sum(p.numel() for p in net.parameters())
names = [name for name, _ in net.named_parameters()]
w = net.fc1.weight
bias = net.fc2.bias.detach()
