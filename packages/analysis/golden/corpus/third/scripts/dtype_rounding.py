import numpy as np
import torch

a = np.float16(0.1)
b = np.float32(0.1)
err16 = float(a) - 0.1
err32 = float(b) - 0.1
big = np.float16(60000) + np.float16(10000)
small = np.float16(6e-8) / 2
exp16 = np.exp(np.float16(12))
exp32 = np.exp(np.float32(89))
x = torch.tensor([10.0, 11.0, 12.0], dtype=torch.float16)
naive = torch.tensor([10.0, 11.5, 12.0]).exp().half()
bf = torch.tensor([1.0, 1.001, 1.01], dtype=torch.bfloat16)
same = (bf[0] == bf[1]).item()
s = torch.tensor([0.1] * 10, dtype=torch.float32).sum()
s64 = torch.tensor([0.1] * 10, dtype=torch.float64).sum()
sat = torch.sigmoid(torch.tensor([17.0]))
is_one = (sat == 1.0).item()
log_of = torch.log(1 - sat)
stable = torch.nn.functional.logsigmoid(torch.tensor([-17.0]))
sm = np.exp(np.array([1000.0, 0.0])) / np.exp(np.array([1000.0, 0.0])).sum()
eps = np.finfo(np.float32).eps
one = np.float32(1) + np.float32(eps) / np.float32(4) == np.float32(1)
int_overflow = np.array([250], dtype=np.uint8) + np.array([10], dtype=np.uint8)
mixed = (np.float32(1.5) * np.array([1, 2, 3], dtype=np.int64)).dtype.name
mix2 = str((torch.ones(2, dtype=torch.int64) * 0.5).dtype)
mix3 = (torch.ones(2, dtype=torch.float16) + torch.ones(2)).dtype == torch.float32
scalar = torch.tensor(2, dtype=torch.float64) * torch.ones(2)
denorm = np.float32(1e-40)
h = torch.tensor([65504.0]).half() + 16
text = f"{a} {b} {np.float64(b)}"
