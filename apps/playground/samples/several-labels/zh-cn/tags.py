# 一张图片里可以既有猫又有沙发：标签之间并不竞争。
import torch
import torch.nn as nn
import torch.nn.functional as F

head = nn.Linear(512, 4)
features = torch.randn(16, 512)
targets = torch.tensor([[1.0, 0.0, 1.0, 0.0]]).repeat(16, 1)

# softmax 会让标签相互竞争；而 BCEWithLogitsLoss 自己就会应用 sigmoid。
competing = F.softmax(head(features), dim=1)
wrong = F.binary_cross_entropy(competing, targets)

twice = torch.sigmoid(head(features))
flat = F.binary_cross_entropy_with_logits(twice, targets)

right = F.binary_cross_entropy_with_logits(head(features), targets)

# 给人看、用来做决定的概率：
probabilities = torch.sigmoid(torch.tensor([1.5, -0.3, 0.8, -4.0]))
shown = probabilities > 0.5
