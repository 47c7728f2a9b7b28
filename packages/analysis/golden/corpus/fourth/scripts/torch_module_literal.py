import torch
from torch import nn


class TinyClassifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 3)
        self.fc2 = nn.Linear(3, 2)
        self.act = nn.Tanh()

    def forward(self, x):
        return self.fc2(self.act(self.fc1(x)))


model = TinyClassifier()
with torch.no_grad():
    model.fc1.weight.copy_(torch.tensor([[0.1, 0.2], [-0.3, 0.4], [0.5, -0.6]]))
    model.fc1.bias.zero_()
    model.fc2.weight.fill_(0.5)
    model.fc2.bias.copy_(torch.tensor([0.1, -0.1]))
model.eval()
x = torch.tensor([[1.0, -1.0], [0.0, 2.0]])
with torch.no_grad():
    logits = model(x)
    probs = torch.softmax(logits, dim=1)
hidden = torch.tanh(x @ model.fc1.weight.t() + model.fc1.bias).detach()
manual = (hidden @ model.fc2.weight.t() + model.fc2.bias).detach()
close = torch.allclose(logits, manual)
pred = probs.argmax(1)
conf, cls = probs.max(dim=1)
n_params = sum(p.numel() for p in model.parameters())
names = [n for n, _ in model.named_parameters()]
keys = list(model.state_dict().keys())
training = model.training
loss = nn.CrossEntropyLoss()(logits, torch.tensor([0, 1]))
loss_value = round(loss.item(), 4)
seq = nn.Sequential(nn.Linear(2, 2, bias=False), nn.Sigmoid())
seq[0].weight.data = torch.tensor([[1.0, -1.0], [2.0, 0.0]])
out = seq(torch.tensor([[0.5, 0.5]])).detach()
model.fc2.load_state_dict({"weight": torch.eye(2, 3), "bias": torch.zeros(2)})
after = model(x).detach()
first_name = next(model.named_parameters())[0]
children = [type(m).__name__ for m in model.children()]
