# 把鼠标停在调用或名称上，即可看到它的值。代码不会被运行。
import torch
import torch.nn.functional as F

scores = torch.tensor([2.0, 1.0, 0.1])

# 三个类别选一个：softmax 把 1 分给各类别，一个分数变大，其余的概率就变小。
one_of_three = F.softmax(scores, dim=0)

# 三个标签可以任选：sigmoid 单独判断每个分数，总和没有意义。
any_of_three = torch.sigmoid(scores)

# 只有差值起作用：所有分数加上同一个数，结果不变……
shifted = F.softmax(scores + 100, dim=0)

# ……而 sigmoid 看的是分数本身。
saturated = torch.sigmoid(scores + 100)
