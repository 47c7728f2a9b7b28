import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = torch.tensor([0, 1, 1, 0])


class Net(nn.Module):
    def __init__(self, hidden=4, n_classes=2):
        super().__init__()
        self.fc1 = nn.Linear(2, hidden)
        self.fc2 = nn.Linear(hidden, n_classes)

    def forward(self, x):
        x = torch.tanh(self.fc1(x))
        return self.fc2(x)


model = Net()
n_params = sum(p.numel() for p in model.parameters())
shapes = {name: tuple(p.shape) for name, p in model.named_parameters()}
with torch.no_grad():
    model.fc1.weight.copy_(torch.tensor([[1.0, 1.0], [-1.0, 1.0], [0.5, -0.5], [1.0, -1.0]]))
    model.fc1.bias.zero_()
    model.fc2.weight.fill_(0.1)
    model.fc2.weight[1] = torch.tensor([0.5, -0.5, 0.25, 0.1])
    nn.init.constant_(model.fc2.bias, 0.0)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
losses = []
lrs = []
for epoch in range(5):
    optimizer.zero_grad()
    out = model(X)
    loss = criterion(out, y)
    loss.backward()
    optimizer.step()
    scheduler.step()
    losses.append(loss.item())
    lrs.append(optimizer.param_groups[0]["lr"])
model.eval()
with torch.no_grad():
    logits = model(X)
    probs = F.softmax(logits, dim=1)
    preds = probs.argmax(dim=1)
accuracy = (preds == y).float().mean().item()
decreasing = losses[-1] < losses[0]
first = round(losses[0], 4)
grad_norm = torch.sqrt(sum((p.grad ** 2).sum() for p in model.parameters()))
bias = model.fc2.bias.detach().numpy()
training = model.training
state_keys = list(model.state_dict().keys())
top = torch.topk(probs, 1, dim=1).values.squeeze(1)
