import numpy as np
import torch

a = np.float16(0.1) + np.float16(0.2)
b = np.array([65504], dtype=np.float16) + np.float16(100)
c = torch.tensor([1.0]).half() / 3
d = torch.tensor([256.0, 257.0], dtype=torch.bfloat16)
e = torch.tensor([1, 2]) / torch.tensor([2, 2])
f = torch.tensor([1, 2], dtype=torch.int32) + torch.tensor([1, 2])
f_dtype = str(f.dtype)
g = np.array([1, 2], dtype=np.int32) * np.array([1.5, 2.5], dtype=np.float32)
h = np.exp(np.float32(100))
i = np.exp(np.array([11.2], dtype=np.float16))
k = torch.tensor([1e-8], dtype=torch.float16)
l = torch.softmax(torch.tensor([10.0, 0.0], dtype=torch.float16).float(), 0)
m = np.float32(1) + np.float32(1e-8) == 1
n = np.sum(np.array([0.1] * 5, dtype=np.float32))
o = np.array([1, 2, 3]).astype(np.float32) / 3
p = torch.tensor([1.0, 2.0], dtype=torch.float64).float()
q = torch.tensor(3) * torch.tensor(0.5)
r = torch.tensor([3]) * torch.tensor(0.5, dtype=torch.float64)
s = np.uint8(200) + np.uint8(100)
t = np.array([200], dtype=np.uint8) + np.array([100], dtype=np.uint8)
u = np.array([1.9, -1.9]).astype(np.int32)
v = torch.tensor([1.9, -1.9]).int()
w = torch.sigmoid(torch.tensor([17.0]))
x = 1 - torch.sigmoid(torch.tensor([17.0]))
y = torch.log(torch.tensor([1e-46]))
z = np.log(np.float32(1e-46))
aa = torch.tensor([True, False]).float()
bb = torch.tensor([1.5]).long() + 0.5
cc = np.arange(3, dtype=np.float32) / 2
dd = (np.arange(3) / 2).dtype == np.float64
ee = np.mean(np.array([1, 2], dtype=np.float32)).dtype.name
ff = torch.arange(3).float().mean()
gg = torch.cat([torch.tensor([1]), torch.tensor([0.5])])
hh = torch.tensor([1.0]).type_as(torch.tensor([1.0], dtype=torch.float64))
ii = torch.zeros(2).to(torch.bfloat16) + 1
jj = np.bool_(True) * 2
kk = np.array([True, False]).sum()
ll = np.array([1, 2]) @ np.array([0.5, 0.5])
mm = torch.tensor([100], dtype=torch.int8) + torch.tensor([100], dtype=torch.int8)
nn = torch.tensor([7]) // torch.tensor([-2])
oo = np.array([7]) // np.array([-2])
pp = np.array([2.0]) ** np.array([-1])
qq = np.int64(5) / np.int64(2)
rr = np.float64(2) ** 0.5
ss = np.array(3) + 1
tt = np.array([3])[0] + 1.5
