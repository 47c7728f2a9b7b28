import copy
from dataclasses import dataclass, field

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


@dataclass
class History:
    train: list = field(default_factory=list)
    valid: list = field(default_factory=list)

    @property
    def best(self):
        return min(self.valid)


class EarlyStopping:
    def __init__(self, patience=2, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best = float("inf")
        self.counter = 0
        self.state = None

    def __call__(self, loss, model):
        if loss < self.best - self.min_delta:
            self.best = loss
            self.counter = 0
            self.state = copy.deepcopy(model.state_dict())
            return False
        self.counter += 1
        return self.counter >= self.patience


X = torch.tensor([[0.0], [1.0], [2.0], [3.0], [4.0], [5.0]])
y = torch.tensor([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
train_set = TensorDataset(X[[0, 2, 3, 5]], y[[0, 2, 3, 5]])
valid_X, valid_y = X[[1, 4]], y[[1, 4]]

model = nn.Linear(1, 1)
nn.init.constant_(model.weight, 0.0)
nn.init.zeros_(model.bias)
loss_fn = nn.BCEWithLogitsLoss()
opt = torch.optim.Adam(model.parameters(), lr=0.5)
loader = DataLoader(train_set, batch_size=2)
stopper, history = EarlyStopping(patience=1, min_delta=0.05), History()

for epoch in range(6):
    model.train()
    running = 0.0
    for xb, yb in loader:
        opt.zero_grad()
        loss = loss_fn(model(xb).squeeze(1), yb)
        loss.backward()
        opt.step()
        running += loss.item() * xb.size(0)
    history.train.append(running / len(train_set))
    model.eval()
    with torch.no_grad():
        val = loss_fn(model(valid_X).squeeze(-1), valid_y).item()
    history.valid.append(val)
    if stopper(val, model):
        break

epochs_run = len(history.train)
model.load_state_dict(stopper.state)
final_weight = model.weight.item()
boundary = -model.bias.item() / final_weight
with torch.inference_mode():
    proba = torch.sigmoid(model(X)).squeeze()
predicted = (proba >= 0.5).long()
tp = ((predicted == 1) & (y == 1)).sum().item()
fp = ((predicted == 1) & (y == 0)).sum().item()
fn = ((predicted == 0) & (y == 1)).sum().item()
precision, recall = tp / (tp + fp), tp / (tp + fn)
f1 = 2 * precision * recall / (precision + recall)
best_valid = history.best
batches = len(loader)
