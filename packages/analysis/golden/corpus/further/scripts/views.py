import torch
import numpy as np

a = torch.zeros(2, 3)
b = a.view(3, 2)
b[0, 0] = 5.0
first = a[0, 0].item()
row = a[1]
row += 1
total = a.sum().item()
c = a.clone()
c.fill_(9)
unchanged = a.sum().item()
n = np.arange(6)
m = n.reshape(2, 3)
m[0, 1] = 100
seen = n.tolist()
s = n[::2]
s *= 2
n2 = n.copy()
f = m.flatten()
f[0] = -1
still = m[0, 0]
x = np.array([1, 2, 3])
y = x
y += 1
x_now = x.tolist()
z = x + 1
lst = [1, 2, 3]
alias = lst
alias += [4]
lst_len = len(lst)
copy = lst[:]
copy.append(5)
lst_len2 = len(lst)
grid = [[0] * 2] * 2
grid[0][0] = 1
grid_shared = grid[1][0]
t = torch.from_numpy(np.array([1.0, 2.0]))
t.mul_(2)
mask = torch.tensor([True, False, True])
v = torch.tensor([1.0, 2.0, 3.0])
v[mask] = -float("inf")
v2 = torch.tensor([1.0, 2.0, 3.0])
v2[~mask] *= 10
q = np.array([0.2, 0.9, 0.4])
q[q > 0.5] = 1.0
q[q <= 0.5] = 0.0
tt = a.t()
a[0, 1] = 7.0
tt_val = tt[1, 0].item()
