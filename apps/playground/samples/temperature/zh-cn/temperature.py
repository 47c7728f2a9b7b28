# 把 logits 除以温度，会拉大或缩小它们之间的差距。
import torch

logits = torch.tensor([2.0, 1.0, 0.1])

sharp = torch.softmax(logits / 0.5, dim=0)  # 更确定
plain = torch.softmax(logits, dim=0)
soft = torch.softmax(logits / 5.0, dim=0)  # 几乎均匀

# 温度趋于 0 时的极限是 hardmax。
hard = torch.softmax(logits / 0.01, dim=0)

# 让模型以温度 0 作答，得到的是 NaN：请改用 argmax。
head = torch.nn.Linear(16, 3)


def answer(features, temperature):
    return torch.softmax(head(features) / temperature, dim=-1)


answers = answer(torch.randn(4, 16), temperature=0.0)
