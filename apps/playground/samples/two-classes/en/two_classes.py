# With two classes, softmax is the sigmoid of the difference of the logits.
import torch
import torch.nn as nn

both = torch.softmax(torch.tensor([1.7, 0.5]), dim=0)
second_is_zero = torch.softmax(torch.tensor([1.2, 0.0]), dim=0)
single = torch.sigmoid(torch.tensor(1.7 - 0.5))

# So a head with two outputs learns twice the weights it needs.
features = torch.randn(32, 64)
twice = nn.Linear(64, 2)
pairs = torch.softmax(twice(features), dim=1)

once = nn.Linear(64, 1)
same = torch.sigmoid(once(features))
