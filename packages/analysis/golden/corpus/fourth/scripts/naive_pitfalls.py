import math
import numpy as np
import torch
import torch.nn.functional as F

big = np.array([1000.0, 1000.5])
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(big) / np.exp(big).sum()
stable = np.exp(big - big.max()) / np.exp(big - big.max()).sum()
f32 = np.exp(np.float32(89.0))
f16 = np.float16(0.1) + np.float16(0.2)
log0 = torch.log(torch.tensor(0.0))
neg = torch.log(torch.tensor(-1.0))
bce_sat = F.binary_cross_entropy(torch.tensor([1.0]), torch.tensor([0.0]))
bce_logits = F.binary_cross_entropy_with_logits(torch.tensor([50.0]), torch.tensor([0.0]))
sig_sat = torch.sigmoid(torch.tensor(20.0))
one_minus = 1 - sig_sat
double_softmax = torch.softmax(torch.softmax(torch.tensor([5.0, 1.0, 0.0]), 0), 0)
logsoft = torch.log_softmax(torch.tensor([200.0, 0.0]), 0)
log_of_soft = torch.log(torch.softmax(torch.tensor([200.0, 0.0]), 0))
acc = 0.0
for _ in range(10):
    acc += 0.1
is_one = acc == 1.0
fsum = math.fsum([0.1] * 10) == 1.0
int_div = np.array([1, 2, 3]) // 2
true_div = np.array([1, 2, 3]) / 2
mixed = np.array([1, 2.5, True])
mean_int = torch.tensor([1, 2]).float().mean()
axis_sum = np.array([[1, 2], [3, 4]]).sum(axis=0)
chained = np.arange(3)
view = chained[1:]
view[0] = 99
copy = chained.copy()
copy[0] = -1
lst = [[0] * 2] * 2
lst[0][0] = 1
default = []


def push(x, acc=[]):
    acc.append(x)
    return list(acc)


p1 = push(1)
p2 = push(2)
nan_eq = float("nan") == float("nan")
nan_in = np.nan in [np.nan]
banker = [round(0.5), round(1.5), round(2.5)]
neg_mod = (-7 % 3, -7 // 3, math.fmod(-7, 3))
order = np.argsort([3, 1, 2]).tolist()
u8 = np.array([250], dtype=np.uint8) + np.array([10], dtype=np.uint8)
i8 = torch.tensor([127], dtype=torch.int8) + 1
bool_sum = sum([True, True, False])
cmp = [1, 2, 3] < [1, 2, 4]
empty_all = all([]) and not any([])
broadcast = (np.ones((3, 1)) * np.arange(3)).shape
logits_mean = torch.tensor([[1.0, 2.0], [3.0, 5.0]]).mean()
ce_idx = F.cross_entropy(torch.tensor([[10.0, -10.0]]), torch.tensor([1]))
