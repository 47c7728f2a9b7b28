import math
import torch
import torch.nn.functional as F

x = 1.5

def sigmoid(z):
    return 1 / (1 + math.exp(-z))

p = sigmoid(x)
pair = F.softmax(torch.tensor([x, 0.0], dtype=torch.float64), dim=0)
same = abs(pair[0].item() - p) < 1e-12
w0, w1 = torch.tensor([0.2, -0.5]), torch.tensor([1.0, 0.25])
b0, b1 = 0.1, -0.3
inputs = torch.tensor([[1.0, 2.0], [-1.0, 0.5]])
two = F.softmax(inputs @ torch.stack([w0, w1]).T + torch.tensor([b0, b1]), dim=1)
one = torch.sigmoid(inputs @ (w1 - w0) + (b1 - b0))
