# A small network: its weights are unknown, yet shapes and meanings are not.
import torch
from torch import nn


class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(784, 128)
        self.head = nn.Linear(128, 10)

    def forward(self, image):
        return self.head(torch.relu(self.hidden(image)))


model = Digits()
images = torch.randn(32, 784)
targets = torch.randint(0, 10, (32,))

logits = model(images)
loss = nn.CrossEntropyLoss()(logits, targets)  # takes logits
probs = logits.softmax(dim=1)  # for people to read
guess = probs.argmax(dim=1)
