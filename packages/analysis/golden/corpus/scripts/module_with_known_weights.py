import torch
import torch.nn as nn
import torch.nn.functional as F


class Classifier(nn.Module):
    def __init__(self, hidden=3, classes=2):
        super().__init__()
        self.hidden = nn.Linear(2, hidden)
        self.drop = nn.Dropout(0.5)
        self.out = nn.Linear(hidden, classes, bias=False)

    def forward(self, x):
        x = F.relu(self.hidden(x))
        return self.out(self.drop(x))


model = Classifier()
with torch.no_grad():
    model.hidden.weight.copy_(torch.tensor([[1.0, -1.0], [0.5, 0.5], [-1.0, 2.0]]))
    model.hidden.bias.fill_(0.1)
    model.out.weight.data = torch.tensor([[1.0, 0.0, -0.5], [-1.0, 0.25, 0.5]])
model.eval()

x = torch.tensor([[1.0, 2.0], [-0.5, 0.3]])
y = torch.tensor([1, 0])
with torch.no_grad():
    logits = model(x)
probs = F.softmax(logits, dim=1)
loss = F.cross_entropy(logits, y)
accuracy = (logits.argmax(dim=1) == y).float().mean().item()
shape = tuple(logits.shape)
