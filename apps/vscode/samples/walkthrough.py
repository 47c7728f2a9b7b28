import torch
import torch.nn as nn
import torch.nn.functional as F

# 1. Rest the mouse on softmax: logits in, probabilities out. Nothing is run.
probs = F.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)

# 2. Several labels at once: a sigmoid judges each score on its own.
labels = torch.sigmoid(torch.tensor([1.5, -0.3, 0.8]))


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(20, 10)

    def forward(self, x):
        return F.softmax(self.fc(x), dim=1)


# 3. The loss takes logits, but the model ends in a softmax. Take the fix at the lamp.
model, criterion = Classifier(), nn.CrossEntropyLoss()
x, y = torch.randn(32, 20), torch.randint(0, 10, (32,))
loss = criterion(model(x), y)

# 4. The logarithm of a softmax loses digits; log_softmax keeps them. Another fix is at the lamp.
log_probs = torch.log(F.softmax(torch.randn(32, 10), dim=1))
