import torch.nn as nn
import torch.nn.functional as F


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(784, 128)
        self.head = nn.Linear(128, 10)

    def forward(self, images):
        scores = self.head(F.relu(self.hidden(images)))
        return F.softmax(scores, dim=1)
