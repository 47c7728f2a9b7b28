import math
import warnings
import numpy as np
import torch

warnings.filterwarnings("ignore")
np.set_printoptions(precision=3, suppress=True, linewidth=100)
big = np.array([1000.0, 1001.0, 1002.0])
with np.errstate(over="ignore", invalid="ignore"):
    naive = np.exp(big) / np.exp(big).sum()
all_nan = np.isnan(naive).all()
shifted = np.exp(big - big.max())
stable = shifted / shifted.sum()
printed = str(stable)
f16 = np.array([12.0, 11.0, 0.0], dtype=np.float16)
exp16 = np.exp(f16)
inf16 = np.isinf(exp16)
sum16 = exp16.sum()
safe16 = np.exp(f16 - f16.max()) / np.exp(f16 - f16.max()).sum()
dtype16 = safe16.dtype
u8 = np.array([200, 100], dtype=np.uint8)
wrapped = u8 + u8
diff = np.array([3], dtype=np.uint8) - np.array([5], dtype=np.uint8)
i32 = np.array([2**31 - 1], dtype=np.int32) + np.int32(1)
i64 = np.array([2**62], dtype=np.int64) * 2
python_int = 2**63 + 1
sum_types = np.array([1, 2], dtype=np.int8).sum().dtype
mean_type = np.array([1, 2], dtype=np.int8).mean().dtype
mixed = (np.float32(1) + np.array([1, 2], dtype=np.int64)).dtype
scalar_mix = (np.array([1, 2], dtype=np.float32) * 2.0).dtype
f32_gap = np.float32(16777216) + np.float32(1)
eps_sum = 1.0 + np.finfo(float).eps > 1.0
half_eps = 1.0 + np.finfo(float).eps / 2 > 1.0
tiny = np.float32(1e-46)
denormal = np.float32(1e-40) > 0
log_zero = np.log(np.array([0.0, 1e-300, 1.0]))
p = np.array([1.0, 0.0])
naive_entropy = -(p * np.log(p)).sum()
safe_entropy = -(p[p > 0] * np.log(p[p > 0])).sum()
lse = np.log(np.sum(np.exp(big - big.max()))) + big.max()
prod = np.prod(np.full(500, 0.1))
logsum = np.sum(np.log(np.full(500, 0.1)))
t = torch.tensor([100.0, 0.0])
t_naive = torch.exp(t) / torch.exp(t).sum()
t_stable = torch.softmax(t, dim=0)
t_half = torch.tensor(70000.0).half()
bf = torch.tensor(1.0, dtype=torch.bfloat16) + torch.tensor(0.001, dtype=torch.bfloat16)
t_long = torch.tensor([1, 2, 3]).float().mean()
promoted = (torch.tensor([1, 2]) + 1.5).dtype
int_div = torch.tensor([3, 4]) / 2
f64 = torch.tensor([0.1], dtype=torch.float64)
f32_to_64 = torch.tensor([0.1]).double().item()
try:
    math.exp(1000)
    overflow = False
except OverflowError:
    overflow = True
summation = sum([0.1] * 10) == 1.0
fsum = math.fsum([0.1] * 10) == 1.0
banker = [round(x) for x in (0.5, 1.5, 2.5, 3.5)]
floor_div = (-7 // 2, -7 % 2, int(-7 / 2))
sig = 1 / (1 + np.exp(-np.array([-1000.0, 1000.0])))
tricky = np.array([1e16, 1.0, -1e16]).sum()
