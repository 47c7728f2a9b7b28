# 只有两个类别时，softmax 就是两个 logits 之差的 sigmoid。
import torch
import torch.nn as nn

both = torch.softmax(torch.tensor([1.7, 0.5]), dim=0)
second_is_zero = torch.softmax(torch.tensor([1.2, 0.0]), dim=0)
single = torch.sigmoid(torch.tensor(1.7 - 0.5))

# 因此两个输出的层要学习的权重是所需的两倍。
features = torch.randn(32, 64)
twice = nn.Linear(64, 2)
pairs = torch.softmax(twice(features), dim=1)

once = nn.Linear(64, 1)
same = torch.sigmoid(once(features))
